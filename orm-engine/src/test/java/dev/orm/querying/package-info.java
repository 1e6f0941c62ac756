/**
 * Rules of querysets where several of their parts meet: operators between them, types of
 * what they compute, names they are given. In: the shop's rows. Out: answers, or an error
 * before anything is sent.
 */
@NullMarked
package dev.orm.querying;

import org.jspecify.annotations.NullMarked;
