/**
 * The attack campaign: faults, load, hostile input and extreme values against a real
 * PostgreSQL. In: a time. Out: what was done, what broke, and what was lost or doubled.
 * Started by: {@code bin/attack}, and in a short form by the tests.
 */
@NullMarked
package dev.orm.attack;

import org.jspecify.annotations.NullMarked;
