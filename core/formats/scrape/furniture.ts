/*
 * What pages put around stories, in the languages of the sites people scrape. Patterns meet a whole short line: prose
 * that merely begins with such words ("Shares of …") never matches. Each row is one language.
 */

/** Headings above lists of other stories. */
const RELATED: readonly string[] = [
  "(more|latest|other news|most popular|the latest) (from|in|on|about)( .{1,50})?|more (stories|news|coverage|headlines|articles)|most (read|popular|viewed|shared)|related( (stories|articles|content|coverage|topics|news|links|reading|posts))?|read (more|next|also|this next|on)|(you (may|might) also (like|be interested in))|recommended( (for you|stories|reading))?|editor[’']?s[’']? picks|see also|also (read|in the news|on .{1,30})|up next|what to read next|trending( now)?|don[’']t miss|top stories|in other news|further reading|explore more( .{1,30})?|popular (now|stories|on .{1,30})|around the web|keep reading|from around the web|sponsored (content|stories)",
  '(lesen sie|lest|lies) (auch|mehr|dazu|weiter).{0,40}|mehr (zum thema|von .{1,40}|aus .{1,40}|dazu|über .{1,40}|nachrichten)|weitere (artikel|themen|nachrichten|meldungen|beiträge).{0,30}|(das )?könnte (sie|dich) auch interessieren|meistgelesen|auch interessant|zum thema|verwandte (artikel|themen)|ähnliche artikel|empfehlungen der redaktion|passend zum thema|neueste artikel',
  "(à|a) lire (aussi|également|ensuite).{0,40}|lire (aussi|la suite|également).{0,40}|(sur le même (sujet|thème))|articles? (liés?|similaires?|les plus lus|recommandés)|les plus lus|plus d[’'](articles|infos|actualités).{0,30}|voir aussi|dans la même rubrique|nos recommandations|vous aimerez aussi|à ne pas manquer",
  '(lea|lee|leer|ver|vea) (también|más|además).{0,40}|más (noticias|leídas?|leídos|de .{1,40}|sobre .{1,40}|información)|(noticias|artículos|contenidos?) relacionad[oa]s|te puede interesar|le puede interesar|también te puede interesar|lo más (leído|visto)|recomendad[oa]s|no te pierdas',
  '(leggi|leggete) anche.{0,40}|(articoli|notizie|contenuti) (correlati|correlate|simili)|potrebbe interessarti( anche)?|più letti|i più letti|altre notizie.{0,30}|vedi anche|da non perdere',
  '(leia|veja|saiba) (também|mais|ainda).{0,40}|mais (lidas?|lidos?|notícias|sobre .{1,40}|de .{1,40})|(notícias|artigos|conteúdos?|matérias) relacionad[oa]s|você pode gostar|relacionad[oa]s|últimas notícias',
  'lees (ook|verder|meer).{0,40}|meer (over .{1,40}|nieuws|artikelen|uit .{1,40}|van .{1,40})|gerelateerde (artikelen|berichten)|meest gelezen|ook interessant',
  'läs (också|även|mer).{0,40}|les (også|mer).{0,40}|læs (også|mere).{0,40}|relaterade artiklar|relaterte artikler|mest läst|mest lest|mest læste|mer (från|fra|om) .{1,40}',
  '(czytaj|przeczytaj|zobacz) (także|też|również|więcej).{0,40}|więcej (na temat|z|o) .{1,40}|najczęściej czytane|polecane|(čtěte|přečtěte si) (také|též|více).{0,40}|související články',
  '(читайте|смотрите) (также|ещё|еще).{0,40}|(похожие|другие) (статьи|материалы|новости)|(по теме|материалы по теме)|самое читаемое',
  '(もっと読む|関連記事|あわせて読みたい|人気記事|おすすめ記事)|(相关(新闻|文章|阅读)|延伸阅读|推荐阅读|更多.{0,12})',
];

/** Lines that belong to the page, not to the story. */
const FURNITURE: readonly string[] = [
  'advertisement|advertising|sponsored|paid (post|content)|share|share (this|on|via|it|with|article|story|by|to).{0,40}|tweet( this)?|(follow|like|find) us( on .{1,40})?|email( this)?|print( (this|article|page))?|save( (this|article|for later))?|comments?|\\d+ comments?|(leave|post|add|write) a (comment|reply)|(show|view|read|see|hide) (all )?(the )?comments?( \\(\\d+\\))?|(sign|log) ?(in|up|out)|log ?in|login|register|subscribe( (now|today|here|to .{1,60}))?|(already )?a subscriber\\? (sign|log) in.{0,10}|sign up (for|to|here|now|today).{0,100}|get (our|the) .{1,40} newsletter.{0,40}|newsletters?|skip (to|advertisement|ad|past).{0,40}|(back )?to (the )?top|menu|search|home|close|next|previous|continue reading( below)?.{0,40}|(continue|article continues) (reading|below|after).{0,40}|story continues (below|after).{0,40}|scroll (down )?(to|for) .{1,30}|(click|tap) here.{0,60}|listen( to (this )?(article|story).{0,20})?|\\(?\\d+ ?(min|mins|minutes?)( read)?\\)?|(all rights reserved)\\.?|(©|copyright) ?(©|\\(c\\))? ?(\\d{4}).{0,80}|terms (of (use|service)|and conditions|& conditions).{0,60}|privacy (policy|notice|settings).{0,60}|(manage|accept|reject|allow) (all )?cookies.{0,30}|cookie (policy|settings|preferences)|copy link|link copied|(whatsapp|facebook|twitter|linkedin|reddit|pinterest|flipboard|messenger|telegram|x|instagram|youtube|threads|bluesky|email|e-mail)|(facebook|twitter|whatsapp|linkedin|email|e-mail|print|reddit|copy link|share|pinterest|x|messenger|telegram|xing|mail|drucken)([ ,|/·•]+(facebook|twitter|whatsapp|linkedin|email|e-mail|print|reddit|copy link|share|pinterest|x|messenger|telegram|xing|mail|drucken))+|download (the|our) app.{0,40}|(support|donate).{0,3}( .{0,12}us)?|(view|open) (gallery|image in fullscreen|full size)|enlarge( this)? image|toggle caption|hide caption|image (source|caption)|play video|loading\\.{0,3}',
  'anzeige|werbung|teilen|(artikel|beitrag|seite) (teilen|drucken|merken|versenden).{0,20}|drucken|merken|kommentare?( \\(\\d+\\))?|\\d+ kommentare?|kommentar (schreiben|verfassen)|anmelden|abmelden|registrieren|(jetzt )?abonnieren.{0,40}|(newsletter|zum newsletter|hier|jetzt|unseren newsletter) .{0,40}(abonnieren|anmelden)|zur startseite|startseite|nach oben|weiterlesen( nach der anzeige)?|(impressum|datenschutz)(erklärung)?|zum inhalt springen|auf facebook teilen|auf twitter teilen|lesezeit:? \\d+ (min|minuten)\\.?|\\d+ min\\.? lesezeit|vorlesen|alle rechte vorbehalten\\.?|zurück|weiter|suche',
  "publicité|annonce|partager( (sur|cet article|l[’']article|par) ?.{0,30})?|imprimer|commentaires?( \\(\\d+\\))?|\\d+ commentaires?|réagir|(se connecter|s[’']inscrire|s[’']abonner|abonnez-vous)( .{0,40})?|(recevez|inscrivez-vous).{0,60}(newsletter|lettre).{0,30}|accueil|lecture:? \\d+ min\\.?|temps de lecture.{0,20}|mentions légales|tous droits réservés\\.?|haut de page|copier le lien|article réservé aux abonnés|écouter( l[’']article)?|lire plus tard",
  'publicidad|anuncio|compartir( (en|por|este) .{0,30})?|imprimir|comentarios?( \\(\\d+\\))?|\\d+ comentarios?|iniciar sesión|regístrate.{0,30}|suscríb(ete|ase)( .{0,50})?|suscribirse|inicio|volver arriba|aviso legal|política de (privacidad|cookies)|todos los derechos reservados\\.?|copiar enlace|\\d+ min(utos)? de lectura|escuchar|(recibe|recibir) .{0,40}(boletín|newsletter).{0,20}',
  'pubblicità|condividi( (su|via) .{0,20})?|stampa|commenti|accedi|registrati|abbonati( .{0,30})?|iscriviti( .{0,40})?|tutti i diritti riservati\\.?|tempo di lettura.{0,20}|ascolta',
  'publicidade|compartilh(e|ar)( .{0,30})?|partilhar( .{0,30})?|comentários|entrar|assine( .{0,30})?|inscreva-se.{0,40}|todos os direitos reservados\\.?|continua (após|depois d).{0,30}|tempo de leitura.{0,20}',
  'advertentie|delen( via .{0,20})?|deel (dit|via|op).{0,30}|reacties?|inloggen|abonneren|(schrijf je in|meld je aan).{0,50}|annons|dela( artikeln)?|annonse|del( på .{0,20})?|prenumerera.{0,30}|reklama|udostępnij|реклама|поделиться|комментарии|подписаться|(広告|シェア|分享|广告)',
];

/** Cookie and consent notices are whole sentences; they name the thing and ask for consent. */
const COOKIES = /\bcookies?\b/i;
const CONSENT =
  /(?<!\p{L})(accept|consent|agree|privacy|preferences|akzeptier\w*|zustimm\w*|einwillig\w*|datenschutz\w*|accept(er|ez|ant)|consent\w*|confidentialité|acept\w*|privacidad|acconsent\w*|accett\w*|aceit\w*|accepteer\w*|toestemming|godkänn\w*|we use|nous utilisons|wir verwenden|utilizamos|usamos|utilizziamo|browser|website|site web|sitio)(?!\p{L})/iu;

const relatedHead = whole(RELATED);
const furnitureLine = whole(FURNITURE);

function whole(rows: readonly string[]): RegExp {
  return new RegExp(`^[\\s>»›→▸▼*#|•·–—-]*(?:${rows.join('|')})[\\s:…>»›→▸▼*|.!-]*$`, 'iu');
}

/** True for a heading above other stories ("More from …", "Lesen Sie auch"): a short line, no sentence. */
export function isRelatedHeading(text: string): boolean {
  if (text.length > 70 || /[.,;]$/.test(text) || /\.\s/.test(text)) return false;
  return relatedHead.test(text) && !/[?]$/.test(text);
}

/** "Read more: Title of the other story" on one line: its title, else null. */
export function inlineRelated(text: string): string | null {
  if (text.length > 220) return null;
  const match = /^([^:]{4,40}?)\s*:\s*(\S.{5,})$/u.exec(text);
  const head = match?.[1];
  if (!head || !match[2]) return null;
  return INLINE.test(head) ? match[2] : null;
}

const INLINE =
  /^[>»›→▸\s]*(read (more|also|next)|more|related|see also|also read|recommended|(lesen sie|lest|lies) (auch|mehr|dazu)|mehr (dazu|zum thema)|[àa] lire (aussi|également|ensuite)|lire (aussi|également)|voir aussi|(lea|lee|leer|ver|vea) (también|más|además)|le(gg|ggete)i? anche|leggi anche|(leia|veja) (também|mais)|lees ook|läs (också|även|mer)|les også|læs også|czytaj (także|też|również)|читайте также)$/iu;

/** True for page furniture: share bars, sign-up lines, advertisement marks, comment counts, cookie notices. */
export function isFurniture(text: string): boolean {
  if (text.length <= 130 && furnitureLine.test(text)) return true;
  return text.length <= 600 && COOKIES.test(text) && CONSENT.test(text) && !/["“”„«]/.test(text);
}
