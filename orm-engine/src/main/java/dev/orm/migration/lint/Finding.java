package dev.orm.migration.lint;

/**
 * Something a rule found. Immutable.
 *
 * @param rule the rule
 * @param severity how bad it is
 * @param subject what it is about, such as {@code shop_product.weight}
 * @param message what happens
 * @param rewrite how to write it instead
 */
public record Finding(String rule, Severity severity, String subject, String message, String rewrite) {

	/** Whether it is about what waits for a lock, and not about rows or versions. */
	boolean isAboutLocks() {
		return this.rule.startsWith("lock-");
	}

	@Override
	public String toString() {
		return "%s %s  %s: %s.   fix: %s".formatted(this.severity, this.rule, this.subject, this.message, this.rewrite);
	}

}
