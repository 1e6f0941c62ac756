package dev.orm.declare.collation;

import java.util.IllformedLocaleException;
import java.util.Locale;

import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;

/**
 * How texts are sorted and compared, under a name that {@code @Column(collation = …)} and
 * {@code collate(text, name)} use. Django's {@code CreateCollation}, SQL's
 * {@code CREATE COLLATION}. Immutable and thread-safe.
 *
 * @param name its name
 * @param provider who sorts, as SQL spells it: {@code icu}, {@code libc}, {@code builtin}
 * @param locale the locale, as the provider spells it
 * @param deterministic whether only texts with the same characters are equal
 */
public record Collation(String name, String provider, String locale, boolean deterministic) {

	private static final String ICU = "icu";

	public Collation {
		if (name.isBlank() || locale.isBlank()) {
			throw new ModelDefinitionException(
					"A collation needs a name and a locale, not '%s' and '%s'.".formatted(name, locale),
					Subject.ofModel(name));
		}
	}

	/**
	 * Sort by the rules of a language.
	 * @param name its name
	 * @param locale a language tag with, if need be, extensions of Unicode:
	 * {@code de-u-co-phonebk}, {@code und-u-ks-level2} (which leaves out case)
	 * @return the collation
	 * @throws ModelDefinitionException if that is no language tag
	 */
	public static Collation icu(String name, String locale) {
		return new Collation(name, ICU, tag(name, locale), true);
	}

	/**
	 * Sort as the operating system of the server does.
	 * @param name its name
	 * @param locale a locale the system has, such as {@code de_DE.utf8}
	 * @return the collation
	 */
	public static Collation libc(String name, String locale) {
		return new Collation(name, "libc", locale, true);
	}

	/**
	 * Sort as PostgreSQL itself does, from 17 on, wherever it runs.
	 * @param name its name
	 * @param locale {@code C.UTF-8}; {@code PG_UNICODE_FAST} from 18 on
	 * @return the collation
	 */
	public static Collation builtin(String name, String locale) {
		return new Collation(name, "builtin", locale, true);
	}

	/**
	 * Let texts be equal that sort alike, though their characters differ, as in upper and
	 * lower case. Of ICU only. Before PostgreSQL 18 {@code LIKE} refuses such columns.
	 * @return a copy
	 * @throws ModelDefinitionException for one that is not of ICU
	 */
	public Collation nondeterministic() {
		if (!this.provider.equals(ICU)) {
			throw new ModelDefinitionException(
					"Collation '%s' is not of ICU and cannot be nondeterministic. hint: Collation.icu(\"%s\", …)"
						.formatted(this.name, this.name),
					Subject.ofModel(this.name));
		}
		return new Collation(this.name, this.provider, this.locale, false);
	}

	private static String tag(String name, String locale) {
		try {
			return new Locale.Builder().setLanguageTag(locale).build().toLanguageTag();
		}
		catch (IllformedLocaleException ex) {
			throw new ModelDefinitionException(
					"Collation '%s' has the locale '%s', which is no language tag: %s. hint: as in de, de-u-co-phonebk, und-u-ks-level2"
						.formatted(name, locale, ex.getMessage()),
					Subject.ofModel(name));
		}
	}

}
