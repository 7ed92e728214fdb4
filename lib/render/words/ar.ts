import { arSearch } from './search/ar'
import type { Words } from './words'

/** Arabic has six forms of what is counted; named before its number it has one. */
export const ar: Words = {
  lang: 'ar',
  dir: 'rtl',
  skip: 'انتقل إلى المحتوى',
  ways: 'التنقل الرئيسي',
  archive: 'الأرشيف',
  feed: 'الخلاصة',
  sponsorUs: 'ارعَ نشرتنا',
  issueNumber: (number) => `العدد ${number}`,
  correction: 'تصحيح:',
  linkTo: (name) => `رابط إلى ${name}`,
  thisQuote: 'هذا الاقتباس',
  thisNote: 'هذه الملاحظة',
  previous: 'السابق',
  next: 'التالي',
  otherIssues: 'أعداد أخرى',
  items: (count) => `المواد: ${count}`,
  issues: (count) => `الأعداد: ${count}`,
  years: 'السنوات',
  everyIssue: (publication) => `جميع أعداد ${publication}، من الأحدث إلى الأقدم.`,
  nothingYet: ['لم يصدر العدد الأول بعد. تابع ', 'الخلاصة', ' ليصلك فور صدوره.'],
  latestIssue: 'أحدث عدد',
  allIssues: 'جميع الأعداد',
  readOnTheWeb: 'اقرأ على الموقع',
  error: (status) => `خطأ ${status}`,
  reference: (id) => `المرجع: ${id}`,
  search: arSearch,
  errors: {
    400: {
      title: 'صيغة هذا العنوان غير صحيحة',
      text: 'تحقق من خلوّه من أحرف زائدة، أو ابدأ من إحدى هاتين الصفحتين.',
    },
    404: { title: 'لا توجد صفحة هنا', text: 'ربما كُتب العنوان خطأً، أو نُقلت الصفحة.' },
    405: { title: 'هذه الصفحة للقراءة فقط', text: 'لا تُستقبل البيانات على هذا العنوان.' },
    410: { title: 'سُحب هذا العدد', text: 'نُشر هنا من قبل، ثم سحبه المحررون.' },
    500: { title: 'حدث خطأ لدينا', text: 'سُجّل الخطأ. حاول مرة أخرى بعد قليل.' },
    503: { title: 'لسنا مستعدين بعد', text: 'الموقع قيد التشغيل أو الإصلاح. حاول مرة أخرى بعد قليل.' },
  },
}
