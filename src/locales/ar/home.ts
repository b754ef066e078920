/** Purpose: the first page. */
export const home = {
  'home.summary': 'البداية من هنا',
  'home.hello': 'أهلًا بك في Plenary، ذاكرة ائتلافكم وساعته.',
  'home.library': 'المكتبة',
  'home.library-text':
    '{total, plural, zero {لا مواد بعد} one {مادة واحدة} two {مادتان} few {# مواد} many {# مادة} other {# مادة}}: ممارسات وتوصيات وموارد. للبحث بكلماتك: \u200e<code>/practice</code>\u200e.',
  'home.you': 'أنت',
  'home.you-text': 'دورك هنا: {role}. الأوقات معروضة بتوقيت {zone}.',
}
