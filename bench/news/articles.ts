/** Articles that read like articles: 300 words each, of which some are in all, some in few. */
export const ARTICLES = `
  WITH words AS (
    SELECT ARRAY['yang','dan','untuk','dengan','pada','dari','tubuh','kesehatan','dokter','pasien','obat',
                 'pengobatan','gejala','penyakit','makanan','minum','tidur','olahraga','vitamin','demam',
                 'batuk','jantung','darah','tekanan','kulit','anak','ibu','hamil','lansia','imunisasi'] AS known
  )
  INSERT INTO news (title, slug, excerpt, content, _status, published_at)
  SELECT 'Artikel ' || n || ' tentang ' || known[1 + n % 30] || ' dan ' || known[1 + n * 7 % 30],
         'bangku-' || n,
         'Ringkasan ' || known[1 + n * 11 % 30] || ' dan istilah' || n % 5000 || '.',
         jsonb_build_object('root', jsonb_build_object('children', (
           SELECT jsonb_agg(jsonb_build_object('type', 'paragraph', 'children', jsonb_build_array(
                    jsonb_build_object('type', 'text', 'text', (
                      SELECT string_agg(CASE WHEN w % 5 = 0 THEN 'kata' || (n * 31 + p * 7 + w * 13) % 20000
                                             ELSE known[1 + (n + p * w) % 30] END, ' ')
                        FROM generate_series(1, 50) w)))))
             FROM generate_series(1, 6) p))),
         'published', now() - n * interval '1 minute'
    FROM words, generate_series($1::int, $2::int) n`
