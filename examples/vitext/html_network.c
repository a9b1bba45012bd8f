/* html_network.c - who holds what and what the text cites, drawn by Graphviz's dot when the machine
 * has it, else as a list. Nodes link to the tables and the text. */
#include "html.h"
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* More than this is no picture any more, and more documents than this are not drawn one by one. */
enum { MAX_EDGES = 60, MAX_DRAWN = 200 };

typedef struct network {
  const page *p;
  buffer dot;
  size_t edges, left_out;
} network;

/* ---- The graph ---- */

/* A quoted string of dot; long lines are broken where a blank stands. */
static void quoted(buffer *b, const char *s, size_t len)
{
  size_t line = 0;
  buffer_char(b, '"');
  for (size_t i = 0; i < len; i++) {
    const unsigned char c = (unsigned char)s[i];
    if ((c & 0xC0) != 0x80) line++;
    if (c <= ' ' && line > 22) {
      buffer_text(b, "\\n");
      line = 0;
    } else if (c <= ' ' || c == 0x7F) {
      buffer_char(b, ' ');
    } else {
      if (c == '"' || c == '\\') buffer_char(b, '\\');
      buffer_char(b, s[i]);
    }
  }
  buffer_char(b, '"');
}

/* A string of the library may be empty, which dot would replace by the node's name. */
static void label(buffer *b, const char *s, size_t len)
{
  buffer_text(b, "label=");
  quoted(b, len > 0 ? s : " ", len > 0 ? len : 1);
}

static int room_for_edge(network *n)
{
  if (n->edges < MAX_EDGES) return ++n->edges > 0;
  n->left_out++;
  return 0;
}

static void person_node(network *n, int32_t person)
{
  const vitext_person *who = vitext_doc_person(n->p->s->doc, (size_t)person);
  buffer_format(&n->dot, "p%d [class=person URL=\"#d%llu-person%d\" ", (int)person,
                (unsigned long long)n->p->s->number, (int)person);
  label(&n->dot, who->name, strlen(who->name));
  buffer_text(&n->dot, "];\n");
}

/* Organisations are told apart by their name: the first position that names one stands for it. */
static size_t same_org(const page *p, size_t index)
{
  const vitext_position *q = vitext_doc_position(p->s->doc, index);
  for (size_t i = 0; i < index; i++) {
    if (strcmp(vitext_doc_position(p->s->doc, i)->org, q->org) == 0) return i;
  }
  return index;
}

static void org_node(network *n, size_t org)
{
  const vitext_position *q = vitext_doc_position(n->p->s->doc, org);
  buffer_format(&n->dot, "o%zu [class=organisation ", org);
  if (q->org_span.end > q->org_span.begin)
    buffer_format(&n->dot, "URL=\"#d%llu-o%zu\" ", (unsigned long long)n->p->s->number, org);
  label(&n->dot, q->org, strlen(q->org));
  buffer_text(&n->dot, "];\n");
}

static void title_node(network *n, size_t index)
{
  const vitext_position *q = vitext_doc_position(n->p->s->doc, index);
  buffer_format(&n->dot, "t%zu [class=title URL=\"#d%llu-t%zu\" ", index,
                (unsigned long long)n->p->s->number, index);
  label(&n->dot, q->title, strlen(q->title));
  buffer_text(&n->dot, "];\n");
}

/* A person holds an office in an organisation; where none is named, the office itself is shown. */
static void position_edge(network *n, size_t index)
{
  const vitext_position *q = vitext_doc_position(n->p->s->doc, index);
  if (q->person < 0 || q->same_as >= 0 || !room_for_edge(n)) return;
  const char *style = q->status == VITEXT_POST_FORMER ? " style=dashed" : "";
  person_node(n, q->person);
  if (q->org[0] == '\0') {
    title_node(n, index);
    buffer_format(&n->dot, "p%d -> t%zu [%s];\n", (int)q->person, index, style);
    return;
  }
  const size_t org = same_org(n->p, index);
  org_node(n, org);
  buffer_format(&n->dot, "p%d -> o%zu [", (int)q->person, org);
  label(&n->dot, q->title, strlen(q->title));
  buffer_format(&n->dot, "%s];\n", style);
}

/* A document that can be told apart, other than the text itself ("this decision"). */
static int is_other_document(const page *p, size_t index)
{
  const char *id = vitext_doc_reference(p->s->doc, index)->canonical;
  return p->cited[index] == index && strncmp(id, "vn:", 3) == 0;
}

static void reference_edge(network *n, size_t index)
{
  const page *p = n->p;
  const vitext_reference *r = vitext_doc_reference(p->s->doc, index);
  const char *relation = r->relation != 0 ? vitext_name(VITEXT_NAME_REL, r->relation) : "cites";
  if (!is_other_document(p, index) || !room_for_edge(n)) return;
  const piece text = surface(p->s, r->span);
  buffer_format(&n->dot, "r%zu [class=reference URL=\"#d%llu-cited%zu\" ", index,
                (unsigned long long)p->s->number, index);
  label(&n->dot, text.p, text.len);
  buffer_format(&n->dot, "];\nthis -> r%zu [", index);
  label(&n->dot, relation, strlen(relation));
  buffer_text(&n->dot, "];\n");
}

static void build(network *n)
{
  const page *p = n->p;
  buffer_text(&n->dot,
              "digraph network {\nrankdir=LR; bgcolor=transparent; nodesep=0.18; ranksep=0.9; "
              "node [shape=box style=\"rounded,filled\" fontname=\"Noto Sans\" fontsize=11 "
              "margin=\"0.14,0.07\"]; "
              "edge [fontname=\"Noto Sans\" fontsize=9 arrowsize=0.6];\n");
  for (size_t i = 0; i < p->c.positions; i++) position_edge(n, i);
  const size_t holding = n->edges;
  for (size_t i = 0; i < p->references; i++) reference_edge(n, i);
  if (n->edges > holding) {
    buffer_format(&n->dot, "this [class=document URL=\"#d%llu\" ",
                  (unsigned long long)p->s->number);
    label(&n->dot, "this text", 9);
    buffer_text(&n->dot, "];\n");
  }
  buffer_text(&n->dot, "}\n");
}

/* ---- Drawing ---- */

static pid_t start_dot(int in, int out)
{
  char *const args[] = { (char[]){ "dot" }, (char[]){ "-Tsvg" }, NULL };
  posix_spawn_file_actions_t files;
  pid_t pid = -1;
  if (posix_spawn_file_actions_init(&files) != 0) return -1;
  posix_spawn_file_actions_adddup2(&files, in, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&files, out, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  if (posix_spawnp(&pid, "dot", &files, NULL, args, environ) != 0) pid = -1;
  posix_spawn_file_actions_destroy(&files);
  return pid;
}

/* Runs dot with files of no name as its input and output: a pipe could fill up on either side. */
static int run_dot(const buffer *graph, buffer *svg)
{
  FILE *in = tmpfile(), *out = tmpfile();
  int good = in != NULL && out != NULL && fwrite(graph->data, 1, graph->len, in) == graph->len &&
             fflush(in) == 0;
  if (good) {
    int status = -1;
    rewind(in);
    const pid_t pid = start_dot(fileno(in), fileno(out));
    good =
        pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }
  if (good) {
    char part[4096];
    rewind(out);
    for (size_t n; (n = fread(part, 1, sizeof part, out)) > 0;) buffer_add(svg, part, n);
    buffer_char(svg, '\0');
    svg->len--;
  }
  if (in != NULL) fclose(in);
  if (out != NULL) fclose(out);
  return good;
}

/* Of what dot wrote the <svg> element alone, with a name for who cannot see it. dot numbers the ids
 * of every graph from 1: the document's number in front tells them apart on a page of many. */
static int write_svg(const page *p, const buffer *svg)
{
  const char *at = strstr(svg->data, "<svg");
  if (at == NULL) return 0;
  buffer_text(
      p->out,
      "<svg role=\"img\" aria-label=\"Network of people, organisations and cited documents\"");
  at += strlen("<svg");
  for (const char *id; (id = strstr(at, " id=\"")) != NULL; at = id + strlen(" id=\"")) {
    buffer_add(p->out, at, (size_t)(id - at));
    buffer_format(p->out, " id=\"d%llu-", (unsigned long long)p->s->number);
  }
  buffer_text(p->out, at);
  return 1;
}

/* ---- The list ---- */

static void list(const page *p)
{
  buffer_text(p->out, "<ul>\n");
  for (size_t i = 0; i < p->c.positions; i++) {
    const vitext_position *q = vitext_doc_position(p->s->doc, i);
    if (q->person < 0 || q->same_as >= 0) continue;
    buffer_format(p->out, "<li><a href=\"#d%llu-person%d\">", (unsigned long long)p->s->number,
                  (int)q->person);
    html_text(p->out, vitext_doc_person(p->s->doc, (size_t)q->person)->name);
    buffer_text(p->out, "</a> → ");
    html_text(p->out, q->title);
    if (q->org[0] != '\0') buffer_text(p->out, ", ");
    html_text(p->out, q->org);
    buffer_text(p->out, "</li>\n");
  }
  for (size_t i = 0; i < p->references; i++) {
    const vitext_reference *r = vitext_doc_reference(p->s->doc, i);
    if (!is_other_document(p, i)) continue;
    buffer_text(p->out, "<li>this text → ");
    buffer_format(p->out, "<a href=\"#d%llu-cited%zu\">", (unsigned long long)p->s->number, i);
    html_piece(p->out, surface(p->s, r->span));
    buffer_text(p->out, "</a></li>\n");
  }
  buffer_text(p->out, "</ul>\n");
}

void html_network(const page *p)
{
  network n = { .p = p };
  buffer svg = { 0 };
  build(&n);
  if (n.edges > 0) {
    buffer_text(p->out,
                "<section class=\"panel\">\n<h3>Who holds what, what is cited</h3>\n<div "
                "class=\"network\" tabindex=\"0\" role=\"group\" aria-label=\"Network\">\n");
    const int drawn = p->s->number < MAX_DRAWN && run_dot(&n.dot, &svg) && write_svg(p, &svg);
    if (!drawn) list(p);
    buffer_text(p->out, "</div>\n");
    if (drawn && n.left_out > 0)
      buffer_format(p->out, "<p class=\"network-note\">%zu more are in the tables above.</p>\n",
                    n.left_out);
    buffer_text(p->out, "</section>\n");
  }
  buffer_free(&svg);
  buffer_free(&n.dot);
}
