/*
 * oid.c - SHA-1 through OpenSSL, hex, and a hash table with open addressing.
 */
#include "publisher/oid.h"

#include <openssl/evp.h>

const char *oid_hex(const struct oid *id, char out[static OID_HEX + 1])
{
	static const char digits[] = "0123456789abcdef";

	for (size_t i = 0; i < OID_BYTES; i++) {
		out[2 * i] = digits[id->bytes[i] >> 4];
		out[2 * i + 1] = digits[id->bytes[i] & 15];
	}
	out[OID_HEX] = '\0';
	return out;
}

static int hex_value(char c)
{
	if (is_digit(c))
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return -1;
}

bool oid_parse(struct slice s, struct oid *out)
{
	if (s.len != OID_HEX)
		return false;
	for (size_t i = 0; i < OID_BYTES; i++) {
		int high = hex_value(s.ptr[2 * i]);
		int low = hex_value(s.ptr[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		out->bytes[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}

/* --- hashing ------------------------------------------------------------ */

struct hasher {
	struct arena arena;
	EVP_MD *sha1;
	EVP_MD_CTX *context;
};

struct hasher *hasher_new(void)
{
	struct arena arena = { 0 };
	struct hasher *h = ARENA_NEW(&arena, struct hasher);

	h->arena = arena;
	/*
	 * Fetched once: EVP_sha1() would look the algorithm up, under a lock,
	 * for each object.
	 */
	h->sha1 = EVP_MD_fetch(NULL, "SHA1", NULL);
	h->context = EVP_MD_CTX_new();
	if (h->sha1 && h->context &&
	    EVP_DigestInit_ex2(h->context, h->sha1, NULL))
		return h;
	hasher_free(h);
	return NULL;
}

void hasher_free(struct hasher *h)
{
	if (!h)
		return;
	EVP_MD_CTX_free(h->context);
	EVP_MD_free(h->sha1);
	struct arena arena = h->arena;
	arena_release(&arena);
}

void hasher_begin(struct hasher *h)
{
	if (!EVP_DigestInit_ex2(h->context, h->sha1, NULL))
		BUG("SHA-1 cannot be started again");
}

void hasher_add(struct hasher *h, struct slice bytes)
{
	if (!EVP_DigestUpdate(h->context, bytes.ptr, bytes.len))
		BUG("SHA-1 does not go on");
}

void hasher_end(struct hasher *h, struct oid *out)
{
	if (!EVP_DigestFinal_ex(h->context, out->bytes, NULL))
		BUG("SHA-1 does not end");
}

void hasher_object(struct hasher *h, enum object_type type,
		   struct slice content, struct oid *out)
{
	char head[32];
	int n = snprintf(head, sizeof head, "%s %zu",
			 type == OBJECT_TREE ? "tree" : "blob", content.len);

	hasher_begin(h);
	/* The NUL behind the length belongs to the head. */
	hasher_add(h, slice_make(head, (size_t)n + 1));
	hasher_add(h, content);
	hasher_end(h, out);
}

/* --- the set ------------------------------------------------------------ */

static struct oid *set_slot(const struct oid_set *set, const struct oid *id)
{
	static const struct oid none;
	size_t at;

	memcpy(&at, id->bytes, sizeof at);
	for (at &= set->cap - 1;; at = (at + 1) & (set->cap - 1)) {
		struct oid *slot = &set->slots[at];

		if (oid_eq(slot, id) || oid_eq(slot, &none))
			return slot;
	}
}

static void set_grow(struct oid_set *set)
{
	static const struct oid none;
	struct oid_set bigger = { .cap = set->cap ? set->cap * 2 : 1024,
				  .count = set->count };

	bigger.slots = ARENA_ARRAY(&bigger.arena, struct oid, bigger.cap);
	for (size_t i = 0; i < set->cap; i++)
		if (!oid_eq(&set->slots[i], &none))
			*set_slot(&bigger, &set->slots[i]) = set->slots[i];
	arena_release(&set->arena);
	*set = bigger;
}

bool oid_set_add(struct oid_set *set, const struct oid *id)
{
	if (set->count * 3 >= set->cap * 2)
		set_grow(set);

	struct oid *slot = set_slot(set, id);
	if (oid_eq(slot, id))
		return false;
	*slot = *id;
	set->count++;
	return true;
}

void oid_set_release(struct oid_set *set)
{
	arena_release(&set->arena);
	*set = (struct oid_set){ 0 };
}
