package dev.orm;

import dev.orm.expression.functions.Windows;

/**
 * All functions by one import: {@code import static dev.orm.Functions.*}. Expressions,
 * subqueries and cases, aggregates, functions of texts, numbers, dates and documents,
 * statistics, full-text search, windows. Each is declared, and explained, in the class of
 * its kin, which this one inherits from. Django's {@code django.db.models} and
 * {@code django.db.models.functions}.
 */
public final class Functions extends Windows {

	private Functions() {
	}

}
