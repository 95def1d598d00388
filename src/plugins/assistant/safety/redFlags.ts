import { NOT } from './vocabulary'

/** What first aid differs by. */
export type Danger =
  | 'heart'
  | 'stroke'
  | 'breathing'
  | 'bleeding'
  | 'poisoning'
  | 'selfHarm'
  | 'anaphylaxis'
  | 'seizure'
  | 'unconscious'
  | 'pregnancy'
  | 'infant'
  | 'injury'
  | 'infection'

/** A sign of danger: words that stand together, in any order. */
export type RedFlag = {
  danger: Danger
  /** Regular expressions of whole words in normalized text: lower case, no hyphens, no apostrophes. */
  parts: string[]
  /** How many words the parts span at most; one part spans itself. */
  within?: number
  /** The parts may stand in different sentences. */
  isAcrossClauses?: true
  /** The name of an illness alarms where somebody has it; what hurts alarms by itself. */
  isIllness?: true
  /** Never taken back by a `tidak`, nor by being a mere subject. */
  isAlwaysHeard?: true
  /** What says, anywhere in the message, that it is something else. */
  unless?: string
}

const CANNOT = `(?:${NOT} (?:bisa|bs|dapat|mampu)|cant|cannot|can not|unable to|couldnt)`
const HARD = '(?:pendek|susah|sulit|sukar|berat|tersengal|difficulty|trouble|hard to|struggling to)'
const BREATHE = '(?:(?:ber)?na[pf]as(?:nya|ku)?|breath|breathe|breathing)'
const PAIN =
  '(?:ny?e?ri|nyerinya|sakit|sakitnya|kesakitan|ses[ae]k|(?:ter|di)tekan|tertindih|ditindih|berat(?! badan)|sempit|(?:di|ter)tusuk(?: tusuk)?|(?:di)?rem[ae]s(?: remas)?|terbakar|cenut|ampe[gk]|engap|pain|pains|painful|hurt|hurts|hurting|ache|aches|aching|tight|tightness|pressure|heavy|heaviness|crushing|squeezing)'
const BLOOD =
  '(?:(?<!(?:tekanan|gula|tes|cek|tambah|penambah|golongan|donor|sel) )darah(?:nya)?(?! (?:tinggi|rendah|manis|putih|merah))|berdarah|pendarahan|perdarahan|mimisan|nosebleed|bleed|bleeds|bleeding|(?<!(?:high|low) )blood(?! (?:pressure|sugar|test|type)))'
const PREGNANT =
  '(?:hamil|hamilnya|kehamilan|bumil|mengandung|trimester|kandungan|pregnant|pregnancy)'
/** Under four months. */
const YOUNG = '(?:(?:[1-3]|satu|dua|tiga) bulan|[1-9]\\d? (?:hari|minggu))'
const FEVER =
  '(?:demam|demamnya|panas|panasnya|fever|feverish|suhu(?:nya)? (?:3[89]|4\\d)|temperature)'
const INFANT =
  '(?:bayi|bayiku|bayinya|baby|infant|newborn|neonatus|orok|[1-3] bulan|(?:satu|dua|tiga) bulan|[1-9]\\d? (?:hari|minggu)|[1-3] months? old|\\d+ (?:days?|weeks?) old)'
const SWALLOWED =
  '(?:minum|minumnya|meminum|keminum|terminum|makan|menelan|nelan|ketelan|tertelan|telan|swallow|swallowed|drank|drink|drunk|took|taken|ate|ingested)'
const PILLS =
  '(?:obat|obatnya|pil|tablet|kapsul|butir|strip|paracetamol|parasetamol|panadol|tylenol|ibuprofen|aspirin|amlodipin|metformin|ctm|bodrex|obat tidur|antidepresan|pill|pills|tablets|capsules|meds|medicine|medication|sleeping pills)'
/** What is counted, where somebody says how many of it they took. */
const COUNTED =
  '(?:butir|biji|tablet|pil|kapsul|pills|tablets|obat|paracetamol|parasetamol|panadol|tylenol|ibuprofen|aspirin|amlodipin|metformin|ctm|bodrex)'
const TOO_MANY = `(?:terlalu banyak|kebanyakan|kelebihan|berlebihan|segenggam|sebotol|satu botol|sekotak|satu strip|berpuluh|puluhan|[1-9]\\d{1,2} ${COUNTED}|too many|too much|whole bottle|bottle of|handful)`
const POISONS =
  '(?:racun|baygon|pembersih (?:lantai|kamar mandi|toilet)|pemutih|bayclin|deterjen|detergen|bensin|minyak tanah|karbol|wipol|soda api|insektisida|pestisida|obat nyamuk|racun tikus|kapur barus|kamper|baterai|batu baterai|bleach|poison|pesticide|detergent|battery|koin|magnet|jarum|peniti|paku|kelereng|coin|drain cleaner|kerosene|antifreeze|gasoline)'

/**
 * Signs of danger, Indonesian and English. The list errs on the side of alarm; what it must find, and what
 * it must leave alone, stands in its test.
 */
export const RED_FLAGS: RedFlag[] = [
  { danger: 'heart', parts: [PAIN, '(?:dada|dadaku|dadanya|chest)'], within: 6 },
  {
    danger: 'heart',
    parts: ['(?:nyeri|(?:di|ter)tusuk(?: tusuk)?)', '(?:jantung|jantungku)'],
    within: 6,
  },
  {
    danger: 'heart',
    parts: ['(?:serangan jantung|heart attack|henti jantung|cardiac arrest)'],
    isIllness: true,
  },
  {
    danger: 'heart',
    parts: [`(?:jantung(?:nya|ku)? (?:berhenti|${NOT} berdetak)|heart (?:has )?stopped)`],
  },
  {
    danger: 'heart',
    parts: ['(?:dada|jantung|chest|heart)', '(?:keringat dingin|cold sweat|cold sweats)'],
    within: 8,
  },
  {
    danger: 'heart',
    parts: ['(?:menjalar|radiating)', '(?:lengan|lengan kiri|tangan kiri|rahang|arm|jaw)'],
    within: 5,
  },
  { danger: 'stroke', parts: ['(?:stroke|strok|setrok|stroek)'], isIllness: true },
  {
    danger: 'stroke',
    parts: [
      '(?:mulut|mulutnya|wajah|wajahnya|muka|mukanya|bibir|bibirnya|senyumnya|face|mouth|smile)',
      '(?:men?cong|pencong|perot|miring|lumpuh|mati rasa|kebas|baal|droop|drooping|drooped|droops|crooked|numb)',
    ],
    within: 5,
  },
  {
    danger: 'stroke',
    parts: [
      '(?:bicara|bicaranya|ngomong|ngomongnya|omongannya|ucapannya|speech|words)',
      '(?:pelo|cadel|rero|meracau|slurred|slurring)',
    ],
    within: 5,
  },
  {
    danger: 'stroke',
    parts: [
      '(?:bicara|bicaranya|ngomong|ngomongnya|omongannya|ucapannya)',
      `(?:${NOT} jelas|kacau|ngaco|ngelantur)`,
      '(?:tiba tiba|mendadak|pusing|muntah|lemas|lemes|sakit kepala)',
    ],
    within: 12,
    isAcrossClauses: true,
  },
  {
    danger: 'stroke',
    parts: [
      '(?:tiba tiba|mendadak|suddenly)',
      `${CANNOT} (?:bicara|ngomong|jalan|berjalan|melihat|lihat|speak|talk|walk|see)`,
    ],
    within: 8,
  },
  {
    danger: 'stroke',
    parts: [
      '(?:lumpuh|lemah|lemas|lemes|kebas|mati rasa|baal|weak|weakness|numb|numbness|paralyzed|paralysed)',
      '(?:sebelah|separuh|separo|setengah badan|one side|left side|right side|half of)',
    ],
    within: 6,
  },
  {
    danger: 'stroke',
    parts: [
      '(?:sakit kepala|headache)',
      '(?:hebat|terhebat|dahsyat|terparah|luar biasa|worst|thunderclap)',
    ],
    within: 6,
  },
  { danger: 'breathing', parts: [`(?:ses[ae]k|engap|${CANNOT}|${HARD})`, BREATHE], within: 5 },
  {
    danger: 'breathing',
    parts: [
      `(?:${NOT} (?:lagi )?(?:ber)?na[pf]as|(?:na[pf]asnya|breathing) (?:berhenti|stopped)|berhenti (?:ber)?na[pf]as|(?:${NOT}|stopped) breathing)`,
    ],
  },
  {
    danger: 'breathing',
    parts: [BREATHE, '(?:(?:cepat|cepet) (?:sekali|banget|bgt)|ngos ngosan|very fast|too fast)'],
    within: 6,
  },
  {
    danger: 'breathing',
    parts: ['(?:tarikan (?:dinding )?dada|cuping hidung(?:nya)? (?:kembang kempis|bergerak))'],
  },
  {
    danger: 'breathing',
    parts: ['(?:asma|asmanya|asmaku|asthma)', '(?:kambuh|serangan|attack)'],
    within: 4,
    isIllness: true,
  },
  {
    danger: 'breathing',
    parts: ['ses[ae]k(?:nya)? (?:sekali|bgt|banget|parah|berat|hebat|terus|nih)'],
  },
  {
    danger: 'breathing',
    parts: [
      '(?:megap megap|tersengal sengal|tersedak|keselek|tercekik|choking|gasping|short of breath|shortness of breath|(?:bibir|kuku)(?:nya)? (?:mem|ke)?biru(?:an)?|blue lips|lips (?:are )?(?:turning )?blue)',
    ],
  },
  {
    danger: 'bleeding',
    parts: [
      BLOOD,
      `(?:banyak|deras|hebat|parah|mengucur|ngucur|muncrat|menyembur|${NOT} (?:mau |bisa )?(?:berhenti|brenti|stop|stopping)(?: henti)?|terus menerus|terus terusan|heavily|heavy|severe|severely|profusely|wont stop|uncontrollably|uncontrolled|a lot|lots of)`,
    ],
    within: 6,
  },
  {
    danger: 'bleeding',
    parts: ['(?:muntah|batuk|batuk batuk|vomiting|vomit|throwing up|coughing up|coughing)', BLOOD],
    within: 3,
  },
  {
    danger: 'poisoning',
    parts: [
      '(?:overdosis|over dosis|overdosisnya|overdose|overdosed|overdosing|od|keracunan|poisoned|poisoning|kelebihan dosis|dosis (?:berlebih|berlebihan|ganda|dobel|double)|double dose)',
    ],
    isIllness: true,
  },
  { danger: 'poisoning', parts: [SWALLOWED, POISONS], within: 6 },
  { danger: 'poisoning', parts: [SWALLOWED, PILLS, TOO_MANY], within: 9, isAcrossClauses: true },
  {
    danger: 'poisoning',
    parts: [
      '(?:(?:di|ter)(?:gigit|patuk|pagut) ular|snake bite|snakebite|bitten by a snake|snake bit)',
    ],
    isIllness: true,
  },
  {
    danger: 'selfHarm',
    parts: [
      '(?<!(?:pencegahan|mencegah|cegah|preventing|prevention of) (?:(?:aksi|upaya|tindakan|kasus) )?)(?:bunuh diri|bunuh diriku|bundir|gantung diri|akhiri hidup|mengakhiri hidup|mengakhiri hidupku|akhiri hidupku|(?:me)?nyakiti(?:n)? diri|melukai diri|lukai diri|silet tangan|(?:meng)?iris (?:nadi|tangan)|menyayat tangan|sayat tangan|suicide(?! prevention)|suicidal|kill myself|killing myself|kms|end my life|ending my life|end it all|self harm|selfharm|hurt myself|harm myself|cut myself|cutting myself|better off dead|no reason to live)',
    ],
    isAlwaysHeard: true,
  },
  {
    danger: 'selfHarm',
    parts: [
      `(?:(?<!(?:lampu|listrik|hp|laptop|ac|motor|tanaman)(?:nya)? )(?:mau|ingin|pengen|pengin|pingin|pgn|kepengen|pengennya|mending|mendingan|lebih baik|want to|wanna|wish i could)(?: (?:aku|saya|gue|gw|gua|rasanya))? (?:mati(?! (?:lampu|listrik|rasa))|die)|(?:capek|cape|capai|lelah|bosan|muak|tired of) (?:hidup|living)|${NOT} (?:mau|ingin|pengen|sanggup|kuat|want to)(?: lagi)? (?:hidup|live)|wish i was dead|wish i were dead)`,
    ],
    isAlwaysHeard: true,
  },
  {
    danger: 'selfHarm',
    parts: [
      `(?:lebih baik (?:aku|saya|gue|gw|gua) ${NOT} ada|(?:loncat|lompat|terjun|jumping|jump) (?:dari|off|from) (?:the |a )?(?:gedung|jembatan|lantai|balkon|atap|apartemen|building|bridge|roof|balcony)|(?:meng)?akhiri (?:semuanya|semua ini|segalanya)|${NOT} (?:ada )?(?:gunanya|artinya) (?:aku |saya )?hidup|hidup(?:ku| saya| aku| gue| gw)? (?:ini )?(?:sudah )?${NOT} (?:(?:ada )?(?:arti|artinya|guna|gunanya)|berarti|berguna)|(?:menghilang|ngilang|pergi) (?:untuk )?selamanya|${NOT} want to (?:be here|exist|wake up) anymore|(?:bikin|buat|untuk|supaya|biar|cara|how|pills|way) (?:cepat |cepet |to )?(?:mati|die)(?! (?:lampu|listrik|rasa|total|kutu|kutunya|tikus|tikusnya|kuman|kumannya|nyamuk|kecoa|semut|jamur|jamurnya)))`,
    ],
    isAlwaysHeard: true,
  },
  {
    danger: 'anaphylaxis',
    parts: [
      '(?:bengkak|membengkak|swelling|swollen|swells|swelled)',
      '(?:lidah|lidahnya|tenggorokan|bibir|bibirnya|wajah|wajahnya|muka|mukanya|tongue|throat|lip|lips|face)',
    ],
    within: 5,
  },
  {
    danger: 'anaphylaxis',
    parts: [
      '(?:tenggorokan(?:nya|ku)? (?:terasa |rasanya )?(?:menutup|tertutup|tercekik)|throat (?:is |feels )?clos(?:ing|ed)|alergi (?:parah|berat|hebat)|severe allergic|severe allergy)',
    ],
  },
  {
    danger: 'anaphylaxis',
    parts: ['(?:anafilaksis|anafilaktik|anaphylaxis|anaphylactic)'],
    isIllness: true,
  },
  {
    danger: 'seizure',
    parts: [
      '(?:(?:ter)?kejang(?:nya)?(?! (?:otot|perut))|kejang kejang|seizure|seizures|seizing|convulsion|convulsions|convulsing)',
    ],
    isIllness: true,
  },
  {
    danger: 'seizure',
    parts: [
      '(?:demam|panas|mengigau|muntah|kaku|lemas|pusing|matanya|mata)',
      '(?:(?:dan|terus|lalu|sampai|sampe|hingga|disertai|and) (?:kejang|seizures?))',
    ],
    within: 8,
  },
  { danger: 'seizure', parts: ['step', '(?:anak|anakku|bayi|demam|panas)'], within: 5 },
  {
    danger: 'unconscious',
    parts: [
      `(?:(?:sampai|sampe|hingga|lalu|terus|langsung|mau|hampir|dan) (?:pingsan|semaput)|${NOT} bangun bangun|${NOT} sadar(?:kan)?(?: diri)?(?! (?:kalau|kalo|bahwa|akan|ada))|hilang kesadaran|${NOT} ada (?:denyut )?nadi|nadinya ${NOT} teraba|no pulse|(?:susah|sulit|${CANNOT}) (?:dibangunkan|dibangunin|bangun)|${NOT} (?:merespon|merespons|respon)|unconscious|unresponsive|passed out|not responding|wont wake up)`,
    ],
  },
  {
    danger: 'unconscious',
    parts: ['(?:pingsan|semaput|fainted|fainting|sekarat)'],
    isIllness: true,
  },
  {
    danger: 'pregnancy',
    parts: [PREGNANT, `(?:${BLOOD}|flek|ngeflek|spotting)`],
    within: 14,
    isAcrossClauses: true,
  },
  { danger: 'pregnancy', parts: [PREGNANT, '(?:kejang|seizure)'], within: 10 },
  {
    danger: 'pregnancy',
    parts: [
      PREGNANT,
      '(?:sakit|nyeri|pain)',
      '(?:hebat|sekali|banget|bgt|luar biasa|severe|terrible)',
    ],
    within: 12,
    isAcrossClauses: true,
  },
  {
    danger: 'pregnancy',
    parts: [
      '(?:ketuban(?:nya|ku)? (?:sudah |udah )?(?:pecah|rembes)|(?:pecah|rembes) ketuban|waters? broke)',
    ],
  },
  {
    danger: 'pregnancy',
    parts: [
      '(?:janin|janinnya|bayi dalam kandungan|baby)',
      `(?:${NOT} (?:bergerak|gerak)|stopped moving|not moving)`,
    ],
    within: 7,
  },
  {
    // Who else is spoken of, and how old they are, changes nothing.
    danger: 'infant',
    parts: [
      `(?:(?:umur|umurnya|usia|usianya|berumur|berusia|bayi|bayiku|bayi saya|bayi kami) ${YOUNG}|newborn|\\d+ (?:days?|weeks?) old|[1-3] months? old)`,
      FEVER,
    ],
    within: 10,
    isAcrossClauses: true,
    unless: '(?:botol|air panas)',
  },
  {
    danger: 'infant',
    parts: [INFANT, FEVER],
    within: 10,
    isAcrossClauses: true,
    unless:
      '(?:(?:[4-9]|1\\d|2\\d) (?:bulan|months?)|(?:se|\\d+ )tahun|\\d+ years?|botol|air panas)',
  },
  {
    danger: 'infant',
    parts: [
      INFANT,
      `(?:${NOT} mau (?:menyusu|nyusu|minum)|lemas|lemes|membiru|kebiruan|limp|turning blue|wont feed)`,
    ],
    within: 7,
  },
  {
    danger: 'injury',
    parts: [
      '(?:tersetrum|kesetrum|tersengat listrik|tenggelam|electrocuted|drowning|drowned|kecelakaan|tabrakan|ditabrak|ketabrak|ditembak|stabbed|been shot|car accident|patah tulang)',
    ],
    isIllness: true,
  },
  { danger: 'injury', parts: ['(?:di|ter|ke)tusuk pisau'] },
  {
    danger: 'injury',
    parts: [
      '(?:kecelakaan|tabrakan|tertabrak|ketabrak|ditabrak|accident)',
      '(?:berdarah|terluka|luka parah|patah|pingsan|parah|korban|korbannya|bleeding|injured)',
    ],
    within: 8,
  },
  {
    danger: 'injury',
    parts: [
      '(?:kepala|kepalanya|head)',
      '(?:terbentur|kebentur|benturan|jatuh|hit)',
      '(?:muntah|muntah muntah|bingung|mengantuk|berdarah|pingsan|vomiting|confused|drowsy|bleeding)',
    ],
    within: 14,
    isAcrossClauses: true,
  },
  {
    danger: 'injury',
    parts: [
      '(?:air keras|cairan kimia|soda api|acid|chemical|chemicals)',
      '(?:mata|matanya|wajah|kulit|kena|eye|eyes|face|skin)',
    ],
    within: 5,
  },
  {
    danger: 'injury',
    parts: [
      '(?:luka bakar|burn|burns)',
      '(?:parah|luas|hebat|melepuh|sekujur|severe|badly|serious)',
    ],
    within: 5,
  },
  {
    danger: 'infection',
    parts: [
      FEVER,
      '(?:kaku (?:kuduk|leher|tengkuk)|(?:kuduk|leher|tengkuk)(?:nya)? kaku|stiff neck)',
    ],
    within: 10,
    isAcrossClauses: true,
  },
]
