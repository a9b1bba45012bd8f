/* test_detect.c - guesses for one text in every encoding, and for what is not Vietnamese. */
#include "vt_encoding.h"
#include "vt_test.h"

static const char text[] =
    "Chính phủ nước Cộng hoà xã hội chủ nghĩa Việt Nam ban hành nghị định quy định chi tiết một số "
    "điều của luật, giao các bộ, cơ quan ngang bộ và uỷ ban nhân dân các tỉnh, thành phố hướng dẫn "
    "thi hành kể từ ngày ký; những quy định trước đây trái với văn bản này đều bãi bỏ.";

static int collect(void *user, const char *bytes, size_t len)
{
  vitext_buffer *b = user;
  memcpy(b->data + b->len, bytes, len);
  b->len += len;
  return 0;
}

static void every_encoding_is_recognised(void **state)
{
  (void)state;
  static char bytes[4096];
  for (vitext_encoding e = VITEXT_ENC_UTF8; e <= VITEXT_ENC_VPS; e++) {
    vitext_buffer b = { bytes, sizeof bytes, 0 };
    vitext_guess g[8];
    if (e == VITEXT_ENC_TCVN3_CAPS) continue; /* the same bytes */
    assert_int_equal(
        vt_encode(&vt_alloc_heap, e, (vt_text){ text, sizeof text - 1 }, NULL, NULL, collect, &b),
        0);
    assert_true(vt_detect(bytes, b.len, g, 8) >= 1);
    if (g[0].encoding != e || g[0].percent < 80)
      fail_msg("%d: %d with %u", e, g[0].encoding, g[0].percent);
  }
}

typedef struct row {
  const char *name, *bytes;
  size_t len;
  vitext_encoding expected;
} row;
#define BYTES(s) s, sizeof(s) - 1

static const row rows[] = {
  { "empty", BYTES(""), VITEXT_ENC_UTF8 },
  { "English", BYTES("What is it to you? I don't go. He said: no. Let me be. So? Do it."),
    VITEXT_ENC_UTF8 },
  { "English with dd", BYTES("Add it to the ladder; the teddy's odd."), VITEXT_ENC_UTF8 },
  { "code", BYTES("a^2 + b^2 = c^2; i++; (o+u)*e~"), VITEXT_ENC_UTF8 },
  { "French", BYTES("L'été dernier, nous étions à Besançon où la forêt brûlait."),
    VITEXT_ENC_UTF8 },
  { "bom",
    BYTES("\xEF\xBB\xBF"
          "abc"),
    VITEXT_ENC_UTF8 },
  { "utf-16 bom",
    BYTES("\xFF\xFE"
          "a\0"),
    VITEXT_ENC_UTF16LE },
  { "utf-32 bom", BYTES("\xFF\xFE\0\0a\0\0\0"), VITEXT_ENC_UTF32LE },
  { "utf-8 cut off", BYTES("Việt Nam, Tiế\xE1\xBA"), VITEXT_ENC_UTF8 },
};

static void rows_are_recognised(void **state)
{
  (void)state;
  for (size_t i = 0; i < COUNT_OF(rows); i++) {
    vitext_guess g[2] = { { 0, 0 } };
    assert_true(vt_detect(rows[i].bytes, rows[i].len, g, 2) >= 1);
    if (g[0].encoding != rows[i].expected) fail_msg("%s: %d", rows[i].name, g[0].encoding);
  }
  vitext_guess none;
  assert_int_equal(vt_detect("", 0, &none, 0), 0);
}

static void few_words_give_little(void **state)
{
  (void)state;
  vitext_guess g[1];
  vt_detect("Vi\xD6t", 4, g, 1);
  assert_int_equal(g[0].encoding, VITEXT_ENC_TCVN3);
  assert_in_range(g[0].percent, 1, 40);
}

/* Ordinary French, and English with typographic quotes, written for this test. */
static const char *const western[] = {
  "Le conseil municipal s'est réuni mardi soir à la mairie afin d'étudier le projet de "
  "rénovation de l'école élémentaire. Après un long débat, les élus ont décidé de "
  "reporter le vote à la séance prochaine, car plusieurs questions demeurent sans "
  "réponse.",
  "La forêt qui borde le château a été gravement touchée par la tempête de février. Les "
  "bûcherons ont déjà abattu des centaines de hêtres et de chênes menaçant de tomber "
  "sur la chaussée.",
  "Où êtes-vous né ? Je suis né à Besançon, mais mes parents se sont installés à "
  "Orléans dès l'année suivante. Mon père y exerçait le métier de menuisier et ma mère "
  "tenait une épicerie.",
  "Cet été, nous irons à la mer avec les enfants. La maison que nous louons se trouve "
  "près d'un petit port de pêche où l'on peut acheter des crevettes et du poisson très "
  "frais chaque matin.",
  "Le musée présente une exposition consacrée aux peintres indochinois formés à l'École "
  "des beaux-arts de Hanoï. On y découvre des laques, des soies et des dessins rarement "
  "montrés en Europe.",
  "Monsieur le Préfet, j'ai l'honneur de vous transmettre ci-joint le rapport relatif à "
  "la fréquentation des théâtres, des musées et des bibliothèques de la région au cours "
  "du troisième trimestre.",
  "La pâte doit reposer une heure au réfrigérateur. Étalez-la ensuite, garnissez-la de "
  "crème pâtissière, puis disposez les fraises lavées et équeutées. Servez bien frais, "
  "accompagné d'un thé léger.",
  "L'hôpital a reçu de nouveaux équipements grâce à une subvention de l'État. Les "
  "médecins espèrent réduire les délais d'attente et améliorer l'accueil des malades "
  "âgés.",
  "Hélas, la neige a bloqué les cols : aucun véhicule n'a pu passer, même équipé de "
  "chaînes. Les naufragés de la route ont été hébergés dans un gymnase chauffé, où la "
  "Croix-Rouge leur a servi une soupe.",
  "Ça y est, le bébé dort enfin ! Maïa a lu trois contes de Noël à son frère aîné, qui "
  "s'est assoupi dès la deuxième page. Leur grand-mère, émue, a rangé les jouets sans "
  "faire de bruit.",
  "The committee met on Tuesday to review the budget, which had grown by a fifth since "
  "spring. Nobody objected; the chair thanked the treasurer and closed the meeting "
  "before noon.",
  "“It’s not what I’d have chosen,” she said – “but the café was shut, and there wasn’t "
  "another table to be had in the whole of the old town that evening.”",
  "Don't ask me why he did it. He'd been up all night; the dog's bark woke the "
  "neighbours, and they weren't pleased. So what? It isn't the first time, is it?",
  "Open the file, choose a name for the copy and save it in the same folder. If the "
  "program asks whether to replace an older copy, say no and pick another name instead.",
};

/* As in windows-1252, which has these characters where windows-1258 has them. */
static size_t write_western(const char *utf8, char *bytes)
{
  static char one[2048];
  vitext_buffer b = { one, sizeof one, 0 };
  const vt_text whole = { utf8, (uint32_t)strlen(utf8) };
  assert_int_equal(vt_encode(&vt_alloc_heap, VITEXT_ENC_CP1258, whole, NULL, NULL, collect, &b),
                   VITEXT_OK);
  memcpy(bytes, one, b.len);
  return b.len;
}

/* What is cut out of French and English, at every word: UTF-8 if it is ASCII, else windows-1258,
 * which reads windows-1252 of these languages as it is; in UTF-8 always UTF-8. */
static void western_is_never_vietnamese(void **state)
{
  (void)state;
  static const unsigned lengths[] = { 10, 25, 50 };
  static char bytes[1 << 14];
  size_t len = 0;
  for (size_t i = 0; i < COUNT_OF(western); i++) {
    vitext_guess g;
    assert_int_equal(vt_detect(western[i], strlen(western[i]), &g, 1), 1);
    assert_int_equal(g.encoding, VITEXT_ENC_UTF8);
    len += write_western(western[i], bytes + len);
    bytes[len++] = '\n';
  }
  for (size_t k = 0; k < COUNT_OF(lengths); k++) {
    for (size_t at = 0; at < len; at++) {
      size_t end = at;
      bool ascii = true;
      if (at > 0 && bytes[at - 1] != ' ') continue;
      for (unsigned words = 0; end < len && words < lengths[k]; end++) {
        words += bytes[end] == ' ' || bytes[end] == '\n';
        ascii = ascii && (unsigned char)bytes[end] < 0x80;
      }
      vitext_guess g;
      vt_detect(bytes + at, end - at, &g, 1);
      if (g.encoding != (ascii ? VITEXT_ENC_UTF8 : VITEXT_ENC_CP1258))
        fail_msg("%d with %u: %.*s", g.encoding, g.percent, (int)(end - at), bytes + at);
    }
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(every_encoding_is_recognised),
                                      cmocka_unit_test(rows_are_recognised),
                                      cmocka_unit_test(few_words_give_little),
                                      cmocka_unit_test(western_is_never_vietnamese) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
