import { connection } from 'next/server'

export default async function HomePage() {
  await connection()
  return <h1>Gleaner</h1>
}
