import { jaSearch } from './search/ja'
import type { Words } from './words'

export const ja: Words = {
  lang: 'ja',
  dir: 'ltr',
  skip: '本文へ移動',
  ways: 'メインメニュー',
  archive: 'バックナンバー',
  feed: 'フィード',
  sponsorUs: 'スポンサー募集',
  issueNumber: (number) => `第${number}号`,
  correction: '訂正：',
  linkTo: (name) => `${name}へのリンク`,
  thisQuote: 'この引用',
  thisNote: 'この記事',
  previous: '前の号',
  next: '次の号',
  otherIssues: '前後の号',
  items: (count) => `${count}件`,
  issues: (count) => `${count}号`,
  years: '年',
  everyIssue: (publication) => `${publication}のバックナンバー一覧（新しい順）`,
  nothingYet: ['創刊号はまだ発行されていません。', 'フィード', 'を登録すると、発行時に届きます。'],
  latestIssue: '最新号',
  allIssues: 'すべての号',
  readOnTheWeb: 'ウェブで読む',
  error: (status) => `エラー ${status}`,
  reference: (id) => `参照番号：${id}`,
  search: jaSearch,
  errors: {
    400: {
      title: 'アドレスの形式が正しくありません',
      text: '余分な文字がないか確かめるか、次のページからご覧ください。',
    },
    404: {
      title: 'ページが見つかりません',
      text: 'アドレスが間違っているか、ページが移動した可能性があります。',
    },
    405: { title: 'このページは閲覧専用です', text: 'このアドレスではデータを受け付けていません。' },
    410: { title: 'この号は取り下げられました', text: '一度公開されましたが、編集者が取り下げました。' },
    500: {
      title: 'サーバーでエラーが発生しました',
      text: '問題は記録されました。しばらくしてからもう一度お試しください。',
    },
    503: {
      title: 'ただいま準備中です',
      text: 'サイトは起動中か修復中です。しばらくしてからもう一度お試しください。',
    },
  },
}
