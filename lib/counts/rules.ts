/** A number with what it counts, in English: `1 link`, `1,200 links`. @param many for words that take no `s` */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
