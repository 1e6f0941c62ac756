package dev.orm.migration.source;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.lang.model.SourceVersion;

/** Turns names of a database into names of Java, each once. Used by one thread. */
final class JavaNames {

	/** A name the rule of columns leads back to. */
	private static final Pattern REGULAR = Pattern.compile("[a-z]+(_[a-z]+)*");

	private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

	/** What generated classes import, or use without an import. */
	static final Set<String> USED = Set.of("Model", "Table", "Column", "Id", "Json", "Meta", "IndexMethod", "OnDelete",
			"OnDeleteAction", "Reference", "ToField", "RelatedName", "JoinTable", "GeneratedColumn", "UniqueTogether",
			"Choice", "ForeignKey", "OneToOne", "ManyToMany", "Nullable", "Range", "List", "Object", "Override", "Enum",
			"Class", "String", "Boolean", "Byte", "Short", "Integer", "Long", "Float", "Double", "BigDecimal", "UUID",
			"LocalDate", "LocalTime", "LocalDateTime", "Instant", "Duration", "InetAddress");

	private final Set<String> taken;

	JavaNames(Set<String> taken) {
		this.taken = new HashSet<>(taken);
	}

	String type(String name) {
		return unique(pascalCase(name));
	}

	String attribute(String name) {
		String pascal = pascalCase(name);
		String camel = pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
		return unique(SourceVersion.isKeyword(camel) ? camel + "Value" : camel);
	}

	private String unique(String name) {
		String unique = name;
		for (int number = 2; !this.taken.add(unique); number++) {
			unique = name + number;
		}
		return unique;
	}

	/** Whether an attribute's column needs no name of its own. */
	static boolean isRegular(String column, String attribute) {
		return REGULAR.matcher(column).matches() && pascalCase(column).equalsIgnoreCase(attribute)
				&& !SourceVersion.isKeyword(attribute);
	}

	static String pascalCase(String name) {
		StringBuilder pascal = new StringBuilder();
		Matcher word = WORD.matcher(name);
		while (word.find()) {
			String part = word.group();
			boolean shouted = part.equals(part.toUpperCase(Locale.ROOT));
			pascal.append(part.substring(0, 1).toUpperCase(Locale.ROOT))
				.append(shouted ? part.substring(1).toLowerCase(Locale.ROOT) : part.substring(1));
		}
		boolean starts = !pascal.isEmpty() && Character.isJavaIdentifierStart(pascal.charAt(0));
		return (starts ? "" : "X") + pascal;
	}

	/** A text as Java writes it. */
	static String literal(String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
	}

	static String constant(String text) {
		String constant = text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_")
			.replaceAll("[^\\p{L}\\p{N}_]+", "_")
			.toUpperCase(Locale.ROOT);
		boolean starts = !constant.matches("_*") && Character.isJavaIdentifierStart(constant.charAt(0));
		return (starts ? "" : "X_") + constant;
	}

}
