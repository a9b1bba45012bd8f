/* test_map.c - maps against a plain array that knows for each byte where it came from. */
#include "vt_map.h"
#include "vt_test.h"

enum { CHANGES = 500, TEXT = 20000, DENSE = 0 };

/* The same map as a table: for byte i of the normalised text, the stretch of input it stands for.
 */
typedef struct plain {
  vitext_span back[TEXT];
  uint32_t to_len, from_len;
} plain;

static uint32_t random_state = 1;
static uint32_t random_below(uint32_t n)
{
  random_state = random_state * 1664525u + 1013904223u;
  return (random_state >> 8) % n;
}

/* gap: about how many bytes are copied between two changes. */
static void make(vt_map *map, plain *p, uint32_t shift, unsigned longest, int changes, uint32_t gap)
{
  uint32_t to = 0, from = shift;
  *map = (vt_map){ .shift = shift };
  for (int i = 0; i < changes; i++) {
    const uint32_t copied = gap + (random_below(10) == 0 ? random_below(300) : random_below(4));
    const uint32_t to_len = random_below(longest), from_len = random_below(longest) + (to_len > 0);
    if (to + copied + to_len + 10 > TEXT) break;
    for (uint32_t k = 0; k < copied; k++) p->back[to++] = (vitext_span){ from + k, from + k + 1 };
    from += copied;
    assert_true(vt_map_add(&vt_alloc_heap, map, to, to_len, from_len, VT_MAP_CHANGED));
    for (uint32_t k = 0; k < to_len; k++) p->back[to++] = (vitext_span){ from, from + from_len };
    from += from_len;
  }
  for (uint32_t k = 0; k < 9; k++, from++) p->back[to++] = (vitext_span){ from, from + 1 };
  map->to_len = p->to_len = to;
  map->from_len = p->from_len = from;
}

static void check_back(const vt_map *map, const plain *p)
{
  vt_map_place hint = { 0 };
  for (uint32_t begin = 0; begin < p->to_len; begin++) {
    const uint32_t end = begin + 1 + random_below(p->to_len - begin);
    const vitext_span s = vt_map_back(map, (vt_nspan){ begin, end }, &hint);
    const vitext_span t = vt_map_back(map, (vt_nspan){ begin, end }, NULL);
    assert_int_equal(s.begin, p->back[begin].begin);
    assert_int_equal(s.end, p->back[end - 1].end);
    assert_int_equal(t.begin, s.begin);
    assert_int_equal(t.end, s.end);
    const vt_nspan n = vt_map_forth(map, s, NULL);
    assert_true(n.begin <= begin && n.end >= end);
    assert_true(begin == n.begin || p->back[n.begin].begin == s.begin);
  }
}

static void spans_go_back(void **state)
{
  (void)state;
  static plain p;
  for (unsigned longest = 2; longest < 300; longest *= 3) {
    vt_map map;
    make(&map, &p, longest % 4, longest, CHANGES, DENSE);
    check_back(&map, &p);
    vt_map_free(&vt_alloc_heap, &map);
  }
}

/* Every byte leads back at least to where the two maps one after the other lead, and not far
 * beyond. */
static void check_joined(uint32_t shift, int changes, uint32_t gap, uint32_t second_gap)
{
  static plain a, b;
  vt_map first, second;
  make(&second, &b, 0, 5, changes, second_gap);
  do make(&first, &a, shift, 5, CHANGES, gap);
  while (a.to_len < b.from_len && (vt_map_free(&vt_alloc_heap, &first), true));
  second.from_len = a.to_len;
  second.to_len += a.to_len - b.from_len;
  const uint32_t to_len = second.to_len;
  assert_int_equal(vt_map_compose(&vt_alloc_heap, &first, &second), VITEXT_OK);
  assert_int_equal(first.to_len, to_len);
  vt_map_place hint = { 0 };
  for (uint32_t i = 0; i < b.to_len; i++) {
    const vitext_span m = b.back[i], want = { a.back[m.begin].begin, a.back[m.end - 1].end };
    const vitext_span s = vt_map_back(&first, (vt_nspan){ i, i + 1 }, NULL);
    const vitext_span t = vt_map_back(&first, (vt_nspan){ i, i + 1 }, &hint);
    assert_true(s.begin == t.begin && s.end == t.end);
    if (!(s.begin <= want.begin && s.end >= want.end)) fail_msg("%u %d %u %u: byte %u: %u..%u, not %u..%u", shift, changes, gap, second_gap, i, s.begin, s.end, want.begin, want.end);
    assert_true(want.begin - s.begin < 60 && s.end - want.end < 60);
  }
  vt_map_free(&vt_alloc_heap, &first);
}

static void joined_maps_agree(void **state)
{
  (void)state;
  for (uint32_t round = 0; round < 30; round++) {
    check_joined(round % 4, CHANGES / 10, DENSE, DENSE);
    check_joined(round % 4, 5, DENSE, 10 + 4 * round);
    check_joined(round % 4, CHANGES / 2, 600 + 40 * round, DENSE);
    check_joined(round % 4, 10, 700, 1000);
  }
}

static void a_map_behind_none_is_shifted(void **state)
{
  (void)state;
  static plain p;
  for (uint32_t shift = 0; shift < 4; shift++) {
    vt_map first, second;
    make(&second, &p, 0, 5, CHANGES, DENSE);
    first = (vt_map){ .shift = shift, .to_len = p.from_len, .from_len = p.from_len + shift };
    assert_int_equal(vt_map_compose(&vt_alloc_heap, &first, &second), VITEXT_OK);
    assert_null(second.steps.items);
    for (uint32_t i = 0; i < p.to_len; i++) {
      p.back[i].begin += shift;
      p.back[i].end += shift;
    }
    check_back(&first, &p);
    second = (vt_map){ .to_len = p.to_len, .from_len = p.to_len };
    assert_int_equal(vt_map_compose(&vt_alloc_heap, &first, &second), VITEXT_OK);
    check_back(&first, &p);
    vt_map_free(&vt_alloc_heap, &first);
  }
}

static void no_change_is_identity(void **state)
{
  (void)state;
  vt_map map = { .shift = 3, .to_len = 10, .from_len = 13 };
  vitext_span s = vt_map_back(&map, (vt_nspan){ 0, 10 }, NULL);
  assert_int_equal(s.begin, 3);
  assert_int_equal(s.end, 13);
  s = vt_map_back(&map, (vt_nspan){ 10, 10 }, NULL);
  assert_int_equal(s.begin, 13);
  const vt_nspan n = vt_map_forth(&map, (vitext_span){ 0, 4 }, NULL);
  assert_int_equal(n.begin, 0);
  assert_int_equal(n.end, 1);
  assert_int_equal(vt_map_flags(&map, (vt_nspan){ 0, 10 }, NULL), 0);
  vt_map none = { .to_len = 10, .from_len = 10 };
  assert_int_equal(vt_map_compose(&vt_alloc_heap, &map, &none), VITEXT_OK);
  assert_int_equal(map.shift, 3);
  assert_int_equal(map.to_len, 10);
}

static void removed_stretches_do_not_widen(void **state)
{
  (void)state;
  vt_map map = { .shift = 0 }; /* ab, where three bytes were removed between */
  assert_true(vt_map_add(&vt_alloc_heap, &map, 1, 0, 3, VT_MAP_CHANGED));
  map.to_len = 2;
  map.from_len = 5;
  vitext_span s = vt_map_back(&map, (vt_nspan){ 0, 1 }, NULL);
  assert_int_equal(s.end, 1);
  s = vt_map_back(&map, (vt_nspan){ 1, 2 }, NULL);
  assert_int_equal(s.begin, 4);
  assert_int_equal(vt_map_flags(&map, (vt_nspan){ 0, 2 }, NULL), VT_MAP_CHANGED);
  assert_int_equal(vt_map_flags(&map, (vt_nspan){ 0, 1 }, NULL), 0);
  const vt_nspan n = vt_map_forth(&map, (vitext_span){ 2, 3 }, NULL);
  assert_int_equal(n.begin, n.end);
  vt_map_free(&vt_alloc_heap, &map);
}

int main(void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test(spans_go_back),
                                      cmocka_unit_test(joined_maps_agree),
                                      cmocka_unit_test(a_map_behind_none_is_shifted),
                                      cmocka_unit_test(no_change_is_identity),
                                      cmocka_unit_test(removed_stretches_do_not_widen) };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
