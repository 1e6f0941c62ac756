package dev.orm.schema;

import java.util.regex.Pattern;

/**
 * How texts of some columns are sorted and compared. It lies in the schema of the search
 * path.
 *
 * @param name its name
 * @param provider who sorts, as SQL spells it
 * @param locale the locale, as the provider spells it
 * @param deterministic whether only texts with the same characters are equal
 */
public record Sorting(String name, String provider, String locale, boolean deterministic) implements SchemaObject {

	/** Releases of ICU spell what is true of a locale in one of two ways. */
	private static final Pattern TRUE = Pattern.compile("-true(?=-|$)");

	public Sorting {
		locale = provider.equals("icu") ? TRUE.matcher(locale).replaceAll("") : locale;
	}

	@Override
	public ObjectId id() {
		return new ObjectId(ObjectKind.COLLATION, "", this.name);
	}

	@Override
	public String line() {
		return id() + " " + this.provider + " " + FactNames.text(this.locale)
				+ (this.deterministic ? "" : " nondeterministic");
	}

	@Override
	public Sorting after(Change.Rename rename) {
		return rename.id().equals(id()) ? new Sorting(rename.to(), this.provider, this.locale, this.deterministic)
				: this;
	}

	@Override
	public <R> R accept(Visitor<R> visitor) {
		return visitor.collation(this);
	}

}
