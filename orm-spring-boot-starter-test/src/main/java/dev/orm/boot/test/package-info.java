/**
 * What an application tests its models with. In: annotations on tests. Out: databases of
 * their own, transactions that roll back, counted queries. Called by: tests.
 * @since 0.1.0
 */
@NullMarked
package dev.orm.boot.test;

import org.jspecify.annotations.NullMarked;
