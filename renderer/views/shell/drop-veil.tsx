import { useEffect, useState } from 'react';
import { useApp } from '../../state/use-app';

/** Files can be dropped anywhere; this says so while they hover. Pictures over an open story go into it. */
export function DropVeil() {
  const app = useApp();
  const [over, setOver] = useState(false);
  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onEnter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onOver = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    const onDrop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (!carriesFiles(event) || event.defaultPrevented) return;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      const { ref, view } = app.store.get();
      const toStory = ref !== null && view === 'galley';
      const pictures = toStory ? files.filter((file) => file.type.startsWith('image/')) : [];
      void app.photos.add(pictures);
      void app.library.importFiles(files.filter((file) => !pictures.includes(file)));
    };
    document.addEventListener('dragenter', onEnter);
    document.addEventListener('dragleave', onLeave);
    document.addEventListener('dragover', onOver);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('dragenter', onEnter);
      document.removeEventListener('dragleave', onLeave);
      document.removeEventListener('dragover', onOver);
      document.removeEventListener('drop', onDrop);
    };
  }, [app]);
  if (!over) return null;
  return (
    <div className="drop-veil" role="status">
      <div className="drop-words">
        <p className="middle-title">Drop to import</p>
        <p className="middle-words">
          Scrapes, web pages, Markdown and text become stories. Pictures go into the open one.
        </p>
      </div>
    </div>
  );
}
