package dev.orm.migration.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.journal.Version;

/**
 * A file that Flyway runs. Immutable.
 *
 * @param prefix {@code V} for a migration, {@code B} for a baseline
 * @param version its version
 * @param name its name, such as {@code product_title}
 * @param fileName the file
 */
public record MigrationFile(String prefix, Version version, String name, String fileName) {

	private static final Pattern FORM = Pattern.compile("([VB])(\\d+(?:[._]\\d+)*)__([^ ](?:.*[^ ])?)\\.(sql|java)");

	static Optional<MigrationFile> parse(String fileName) {
		Matcher form = FORM.matcher(fileName);
		return form.matches()
				? Optional.of(new MigrationFile(form.group(1), new Version(form.group(2)), form.group(3), fileName))
				: Optional.empty();
	}

	/**
	 * Return the name without its ending.
	 * @return as in {@code V0002__product_title}
	 */
	public String title() {
		return this.prefix + this.version + "__" + this.name;
	}

}
