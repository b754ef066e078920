/** Purpose: what only Slack needs said. The marks \u200e keep what is typed from being turned around between Arabic words. */
export const slack = {
  'slack.shared-by': 'شاركه {name}',
  'slack.not-in-channel':
    'لا يمكنني النشر في هذه القناة بعد. يُرجى كتابة \u200e<code>/invite @Plenary</code>\u200e هنا، ثم الضغط على الزر مجددًا.',
  'slack.no-channel': 'لا توجد هنا قناة للمشاركة فيها. يُرجى طرح السؤال مجددًا في قناة والضغط على الزر هناك.',
  'slack.channel-gone': 'هذه القناة مؤرشفة أو محذوفة، لذلك لا يمكن نشر شيء فيها.',
  'slack.posting-restricted':
    'النشر في هذه القناة ليس متاحًا للجميع. يُرجى أن تطلب ممن يديرها السماح لـ Plenary بالنشر، ثم الضغط على الزر مجددًا.',
  'slack.slow-down':
    'يطلب منا Slack أن نتمهل. يُرجى المحاولة مجددًا بعد {seconds, plural, zero {لحظات} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}.',
  'slack.unconfirmed': 'لم يؤكد Slack النشر. يُرجى التحقق من وجوده في القناة قبل الضغط مجددًا.',
  'slack.trouble': 'لم يقبل Slack النشر. يُرجى المحاولة مجددًا بعد لحظات.',
  'slack.form-late': 'أُغلقت الاستمارة في Slack قبل أن تُفتح. يُرجى الضغط على الزر لفتحها.',
  'slack.open-form': 'فتح الاستمارة',
  'slack.form-again': 'التصحيح في الاستمارة',
  'slack.rest-in-file': 'هذا أكثر مما تتسع له الرسائل هنا. البقية في الملف \u200e{name}\u200e.',
  'slack.file-in-direct': 'الملف في رسائلنا المباشرة، حيث لا يراه أحد غيرك.',
  'slack.file-in-words': 'تعذّر إرسال الملف \u200e{name}\u200e. هذا ما فيه:',
  'slack.file-lost': 'تعذّر إرسال الملف. يُرجى المحاولة مجددًا بعد لحظات.',
  'slack.too-much-here': 'هذا أكثر مما تتسع له هذه الصفحة. لرؤية كل شيء، يُرجى إرسال الطلب نفسه إليّ في رسالة مباشرة.',
  'slack.button-forgotten': 'هذا الزر قديم جدًا. يُرجى طرح السؤال مجددًا.',
  'slack.close': 'إغلاق',
  'slack.choose': 'اختيار…',
  'slack.type-to-search': 'الكتابة للبحث…',
}
