import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../../electron/security/content-policy';
import { ALLOWED_PERMISSIONS, mayUse } from '../../../electron/security/permissions';
import { respond } from '../../../electron/security/respond';
import { must, testServices } from '../test-platform';

async function served() {
  const { services, library, platform } = await testServices();
  const page = join(platform.folder, 'page');
  await mkdir(join(page, 'assets'), { recursive: true });
  await writeFile(join(page, 'index.html'), '<!doctype html><html><head></head></html>');
  await writeFile(join(page, 'assets', 'main.js'), 'run()');
  await writeFile(join(platform.folder, 'secret.js'), 'secret');
  await symlink(join(platform.folder, 'secret.js'), join(page, 'link.js'));
  await symlink(platform.folder, join(page, 'up'));
  const created = await services.handlers['library.create']([{ slug: 'quay' }], { window: 1 });
  const { ref } = must(created);
  const photos = must(await library.photosFolder(ref));
  await writeFile(join(photos, 'Café 1.jpg'), 'picture');
  await writeFile(join(photos, 'page.html'), '<script>alert(1)</script>');
  await symlink(join(platform.folder, 'secret.js'), join(photos, 'out.jpg'));
  const roots = { page, photo: library.photoPath, thumbnail: services.thumbnails.of };
  return (path: string, method = 'GET') => respond({ url: `app://galley${path}`, method }, roots);
}

describe('our own scheme', () => {
  it('serves the page with its policy and nonce', async () => {
    const get = await served();
    const page = await get('/index.html');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const nonce = /nonce="([^"]+)"/u.exec(await page.text())?.[1] ?? '';
    expect(nonce.length).toBeGreaterThan(20);
    expect(page.headers.get('content-security-policy')).toBe(contentPolicy(nonce));
    const script = await get('/assets/main.js?v=1');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await script.text()).toBe('run()');
  });

  it('serves photos of the library and nothing they could run', async () => {
    const get = await served();
    const photo = await get('/photo/quay.galley/Caf%C3%A9%201.jpg');
    expect(photo.status).toBe(200);
    expect(photo.headers.get('content-type')).toBe('image/jpeg');
    expect(photo.headers.get('content-security-policy')).toContain('sandbox');
    expect(await photo.text()).toBe('picture');
  });

  it('finds nothing outside its roots', async () => {
    const get = await served();
    for (const path of [
      '/',
      '/missing.js',
      '/assets',
      '/link.js',
      '/up/secret.js',
      '/..%2fsecret.js',
      '/%2e%2e/secret.js',
      '/assets/..%5c..%5csecret.js',
      '//secret.js',
      '/%00index.html',
      '/%E0%A4%A',
      '/photo/quay.galley/out.jpg',
      '/photo/quay.galley/page.html',
      '/photo/quay.galley/..%2fstory.json',
      '/photo/quay.galley/',
      '/photo/quay.galley',
      '/photo/..%2fquay.galley/x.jpg',
      '/photo/other.galley/x.jpg',
      '/photo/quay.galley/deep/x.jpg',
    ]) {
      expect((await get(path)).status, path).toBe(404);
    }
    expect((await get('/index.html', 'POST')).status).toBe(405);
  });

  it('answers for one host only', async () => {
    const roots = { page: '/', photo: async () => null, thumbnail: async () => null };
    const got = await respond({ url: 'app://other/index.html', method: 'GET' }, roots);
    expect(got.status).toBe(403);
  });
});

describe('policy', () => {
  it('allows nothing remote and nothing inline', () => {
    const policy = contentPolicy('abc');
    expect(policy).toMatch(/^default-src 'none';/u);
    expect(policy).not.toMatch(/https?:|\*|unsafe-inline|'unsafe-eval'/u);
  });

  it('refuses permissions that are not listed, and other pages', () => {
    for (const name of [
      'media',
      'geolocation',
      'notifications',
      'openExternal',
      'fullscreen',
      'hid',
    ]) {
      expect(mayUse(name, 'app://galley/index.html'), name).toBe(false);
    }
    for (const { name, reason } of ALLOWED_PERMISSIONS) {
      expect(reason).not.toBe('');
      expect(mayUse(name, 'app://galley/index.html')).toBe(true);
      expect(mayUse(name, 'https://example.org/')).toBe(false);
      expect(mayUse(name, 'app://galley.example.org/')).toBe(false);
      expect(mayUse(name, undefined)).toBe(false);
    }
  });
});
