import { connection } from 'next/server'

export default async function AdminPage() {
  await connection()
  return <h1>Studio</h1>
}
