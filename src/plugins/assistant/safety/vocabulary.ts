/**
 * The words around a sign of danger, as regular expressions of whole words: normalized text, informal
 * spelling, Indonesian and English.
 */

/** `tidak`, and how it is typed. */
export const NOT =
  '(?:tidak|tdk|tak|ga|gak|gk|g|nggak|ngga|nggk|enggak|engga|kagak|ndak|nda|no|not|dont|doesnt|didnt|isnt|arent)'

/** Says that what follows is not so. */
export const NEGATORS = `(?:${NOT}|bukan|tanpa|belum|never|without|havent|hasnt)`

/** What may stand between a negator and what it denies; any other word leaves a doubt. */
export const FILLERS =
  '(?:ada|lagi|pernah|sedang|ikut|merasa|merasakan|rasa|mengalami|punya|have|has|having|had|any|a|an|the|feel|feeling|experiencing|got)'

/** `tidak ada X atau Y`: denies Y too. */
export const DENIED_LISTS = `${NEGATORS} (?:ada|mengalami|merasa|merasakan|have|having|any)(?: \\S+){1,4} (?:atau|maupun|or|nor)`

/** It was so once: said of illnesses, not of what hurts now. */
export const PAST = '(?:riwayat|pernah|pasca|post|bekas|history of|previous|past)'

/** Somebody has it. */
export const PERSONS =
  '(?:saya|sy|aku|aq|gue|gw|gua|kami|kita|ibu|ibuku|bapak|bapakku|ayah|ayahku|papa|papah|mama|mamah|anak|anakku|anaknya|suami|suamiku|istri|istriku|nenek|kakek|adik|adikku|adek|kakak|abang|teman|temanku|tetangga|bayi|bayiku|dia|beliau|pacar|ortu|mertua|saudara|keluarga|keluargaku|sekeluarga|orang|korban|i|im|ive|me|my|we|he|she|his|her|son|daughter|mom|mum|dad|mother|father|wife|husband|baby|child|kid|friend|someone|somebody|harus (?:apa|bagaimana|gimana|ngapain)|gimana(?! cara)|what should|what to do)'

/** It happens now. */
export const ACUTE =
  '(?:tiba tiba|mendadak|barusan|baru saja|tadi|sekarang|skrg|skr|tolong|help|darurat|gawat|now|suddenly|just|emergency|having|kena|kayaknya|sepertinya|mengalami)'

/** It is read about, or learnt about. */
const READING =
  '(?:artikel|berita|kursus|seminar|webinar|agenda|pelatihan|buku|video|judul|definisi|pengertian|apa itu|article|articles|news|course|courses|training|book|what is)'

/** It is bought. */
const BUYING = '(?:harga|stok|price|price of)'

/** What makes a sign a mere subject, when it stands shortly before it and nothing says `now`. */
export const SUBJECTS = `(?:${READING}|${BUYING})`

/** The same of an illness: a medicine for it is asked for by those who have had it for long. */
export const ILLNESS_SUBJECTS = `(?:${READING}|${BUYING}|obat|obatnya|vitamin|alat|medicine|medicines|drug|drugs|medication)`

/** Another thought begins. */
export const CONTRASTS = /\b(?:tapi|tetapi|tp|namun|melainkan|cuma|hanya|but|however|only)\b/gu
