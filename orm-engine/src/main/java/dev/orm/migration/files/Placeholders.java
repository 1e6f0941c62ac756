package dev.orm.migration.files;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Flyway replaces in the scripts it runs, for those it does not run. A name nobody
 * gave a value is left as it is. Immutable.
 *
 * @param prefix what a name begins with
 * @param suffix what it ends with
 * @param values the values by name
 */
public record Placeholders(String prefix, String suffix, Map<String, String> values) {

	private static final Pattern OFF = Pattern.compile("(?m)^\\s*placeholderReplacement\\s*=\\s*false");

	public Placeholders {
		values = Map.copyOf(values);
	}

	/**
	 * Return whether a file beside a script says that nothing is replaced in it.
	 * @param configuration the text of the file
	 * @return true if it does
	 */
	public static boolean areOff(String configuration) {
		return OFF.matcher(configuration).find();
	}

	/**
	 * Put the values in.
	 * @param script SQL
	 * @return the script with values for names
	 */
	public String in(String script) {
		if (!script.contains(this.prefix)) {
			return script;
		}
		Pattern name = Pattern.compile(Pattern.quote(this.prefix) + "(.+?)" + Pattern.quote(this.suffix));
		return name.matcher(script)
			.replaceAll((found) -> Matcher.quoteReplacement(this.values.getOrDefault(found.group(1), found.group())));
	}

}
