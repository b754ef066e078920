/** Purpose: dates as scheduled events of a Discord server, and as a calendar file, in Arabic. */
export const events = {
  'date.publish.summary': 'أظهِر موعدًا كفعالية في خادم Discord أيضًا',
  'date.unpublish.summary': 'اسحب فعالية موعد',
  'date.file.summary': 'خذ موعدًا واحدًا كملف لتقويمك',

  'event.place': 'انظر الوصف',
  'event.all-day': 'طوال اليوم؛ الساعات المعروضة هي ساعات {zone}.',
  'event.renewed': 'يتكرر {rule}. عندما ينتهي هذا يُعلن التالي هنا.',

  'event.published': 'نُشر: أصبح «{title}» فعالية في خادم Discord.',
  'event.published-all':
    'نُشر: أصبح «{title}» فعالية في {count, plural, zero {أي خادم Discord} one {خادم Discord} two {خادمي Discord} few {# خوادم Discord} many {# خادم Discord} other {# خادم Discord}}.',
  'event.once': 'تتبع الفعالية ما تغيّره هنا.',
  'event.repeats': 'يكررها Discord {rule}. وهي تتبع ما تغيّره هنا.',
  'event.renews': 'لا يستطيع Discord تكرارها {rule}: الفعالية ليوم {day}. عندما ينتهي ينشر Plenary التالية. وهي تتبع ما تغيّره هنا.',
  'event.whole-day': 'لا يعرف Discord الأيام الكاملة: تبدأ هناك عند 00:00 بتوقيت {zone}.',
  'event.waiting': 'لا يمكن الوصول إلى Discord الآن. سيُنشر «{title}» حالما يمكن ذلك.',
  'event.busy': 'يجري نشر «{title}» في هذه اللحظة. انظر مرة أخرى بعد دقيقة.',
  'event.nowhere':
    'لا توجد فعاليات مجدولة إلا في Discord، ولا ينتمي أي خادم Discord إلى تحالفك هنا. يمكن أن يكون «{title}» في تقاويم الناس الخاصة بدلًا من ذلك: وحده كملف، أو مع كل المواعيد الأخرى عبر عنوان تقويم.',
  'event.own': '«{title}» لك وحدك، لذلك لا يمكن نشره.',
  'event.hidden': '«{title}» مخفي. أعِده أولًا بالأمر ‎<code>/date restore</code>‎.',
  'event.over': 'ليس لـ«{title}» يوم قادم لم يبدأ بعد. لا يقبل Discord إلا ما هو قادم.',
  'event.taken-back': 'لم يعد «{title}» فعالية في خادم Discord.',
  'event.taking-back': 'لا يمكن الوصول إلى Discord الآن. ستُسحب فعالية «{title}» حالما يمكن ذلك.',
  'event.not-published': '«{title}» غير منشور كفعالية.',
  'event.file': '«{title}» كملف تقويم: افتحه فيأخذه تقويمك.',

  'event-trouble.not-allowed':
    'لا يُسمح لـPlenary بإنشاء فعاليات في خادم Discord هذا. يستطيع من يدير الخادم منح إذن «Create Events» (إعدادات الخادم ← الأدوار ← Plenary). ثم اضغط مرة أخرى.',
  'event-trouble.full': 'في خادم Discord هذا 100 فعالية مخططة، وهو أقصى ما يقبله Discord. أنهِ واحدة أو احذفها هناك، ثم اضغط مرة أخرى.',
  'event-trouble.space-gone': 'لم يعد Plenary في خادم Discord ذاك. يستطيع من يديره دعوة Plenary من جديد.',
  'event-trouble.refused': 'لم يقبل Discord هذه الفعالية. من فضلك أخبر من يشغّل Plenary.',
  'event-trouble.unreachable': 'لا يمكن الوصول إلى Discord الآن؛ ستُعاد المحاولة.',

  'event.field': 'فعالية في Discord',
  'event.see': 'انظرها هناك',
  'event.is-waiting': 'تُنشر حالما يمكن الوصول إلى Discord',
  'event.was-deleted': 'حذفها أحدهم في Discord',
  'event.goes': 'يجري سحبها',
  'event.button.publish': 'نشر في Discord',
  'event.button.again': 'نشر من جديد',
  'event.button.unpublish': 'سحب من Discord',
  'event.button.file': 'أضف إلى تقويمي',
  'event.button.feed': 'كل المواعيد، عبر عنوان',
}
