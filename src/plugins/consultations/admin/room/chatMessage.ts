/** A message as the contract has it; what the room shows of it. */
export type ChatMessage = {
  id: number
  consultation_id: number
  seq: number
  sender: { id: number; name: string; role: string }
  content: string | null
  attachment: ChatFile | null
  client_id: string | null
  created_at: string
  delivered_at: string | null
  read_at: string | null
}

export type ChatFile = { id: number; filename: string; url: string; mime_type: string }
