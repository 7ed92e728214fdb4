import { join } from 'node:path'
import sharp from 'sharp'

/** Fonts that come with the program, each in a weight for text and one for titles. */
const files = [
  'source-serif-4/400Regular/SourceSerif4_400Regular',
  'source-serif-4/600SemiBold/SourceSerif4_600SemiBold',
  'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular',
  'noto-naskh-arabic/600SemiBold/NotoNaskhArabic_600SemiBold',
  'frank-ruhl-libre/400Regular/FrankRuhlLibre_400Regular',
  'frank-ruhl-libre/600SemiBold/FrankRuhlLibre_600SemiBold',
  'biz-udpmincho/400Regular/BIZUDPMincho_400Regular',
  'biz-udpmincho/700Bold/BIZUDPMincho_700Bold',
  'gowun-batang/400Regular/GowunBatang_400Regular',
  'gowun-batang/700Bold/GowunBatang_700Bold',
  'zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular',
]
const folder = () => join(process.cwd(), 'node_modules/@expo-google-fonts')

const first = ['Source Serif 4', 'Noto Naskh Arabic', 'Frank Ruhl Libre']
const chinese = 'ZCOOL XiaoWei'
const japanese = 'BIZ UDPMincho'
const korean = 'Gowun Batang'

/** The families in the order in which a character is looked for: Han is drawn differently in each language. */
export function familiesFor(lang: string): string {
  const han = /^zh\b/i.test(lang) ? [chinese, japanese] : [japanese, chinese]
  return [...first, ...(/^ko\b/i.test(lang) ? [korean, ...han] : [...han, korean])].join(', ')
}

let known: Promise<void> | undefined

/** Makes the fonts known to what sets text in this process, once: it remembers each file that it was ever given. */
export function knowFonts(): Promise<void> {
  const know = async () => {
    for (const file of files)
      await sharp({ text: { text: 'x', fontfile: join(folder(), `${file}.ttf`) } }).metadata()
  }
  known ??= know().catch((error) => {
    known = undefined
    throw error
  })
  return known
}
