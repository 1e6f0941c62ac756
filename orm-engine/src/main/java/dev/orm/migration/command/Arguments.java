package dev.orm.migration.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.orm.error.detail.UnknownName;

/**
 * The words of a command, taken apart. Immutable.
 *
 * @param words the words without options
 * @param options the options, each with its values; without value for a flag
 */
public record Arguments(List<String> words, Map<String, List<String>> options) {

	private static final Pattern PART = Pattern.compile("(?:'[^']*+'|\"[^\"]*+\"|[^;'\"]++|['\"])++");

	public Arguments {
		words = List.copyOf(words);
		options = Map.copyOf(options);
	}

	/**
	 * Take words apart. An option is {@code --name=value}; several values are separated
	 * by semicolons, or the option is repeated. A known option takes the next word as
	 * well.
	 * @param words the words
	 * @param valued the options that have a value
	 * @param flags the options that have none
	 * @return the arguments
	 * @throws CommandException if an option is not known
	 */
	public static Arguments parse(List<String> words, List<String> valued, List<String> flags) {
		List<String> plain = new ArrayList<>();
		Map<String, List<String>> options = new HashMap<>();
		for (int i = 0; i < words.size(); i++) {
			String word = words.get(i);
			if (!word.startsWith("--")) {
				plain.add(word);
				continue;
			}
			int equals = word.indexOf('=');
			String name = word.substring(2, (equals < 0) ? word.length() : equals);
			boolean takesNext = valued.contains(name) && equals < 0 && i + 1 < words.size();
			if (!valued.contains(name) && !flags.contains(name)) {
				throw unknown(name, valued, flags);
			}
			String value = (equals >= 0) ? word.substring(equals + 1) : takesNext ? words.get(++i) : "";
			boolean off = flags.contains(name) && value.equals("false");
			if (!off) {
				options.computeIfAbsent(name, (key) -> new ArrayList<>()).addAll(parts(value));
			}
		}
		return new Arguments(plain, options);
	}

	/**
	 * The values between semicolons; one within a literal or a quoted name is part of it.
	 */
	private static List<String> parts(String value) {
		Matcher part = PART.matcher(value);
		List<String> parts = new ArrayList<>();
		while (part.find()) {
			parts.add(part.group().strip());
		}
		parts.removeIf(String::isEmpty);
		return parts;
	}

	/**
	 * Take the value of an option out of words, if it is there.
	 * @param words the words, which lose the option
	 * @param name the option
	 * @return its value
	 */
	public static Optional<String> take(List<String> words, String name) {
		for (int i = 0; i < words.size(); i++) {
			if (words.get(i).startsWith("--" + name + "=")) {
				return Optional.of(words.remove(i).substring(name.length() + 3));
			}
			if (words.get(i).equals("--" + name) && i + 1 < words.size()) {
				words.remove(i);
				return Optional.of(words.remove(i));
			}
		}
		return Optional.empty();
	}

	private static CommandException unknown(String name, List<String> valued, List<String> flags) {
		List<String> choices = new ArrayList<>(valued);
		choices.addAll(flags);
		choices.sort(null);
		return new CommandException(ExitCode.USAGE, "Unknown option --%s.".formatted(name),
				UnknownName.of("", name, choices));
	}

	/**
	 * Return whether an option was given.
	 * @param option its name
	 * @return true if it was
	 */
	public boolean has(String option) {
		return this.options.containsKey(option);
	}

	/**
	 * Return the values of an option.
	 * @param option its name
	 * @return the values; none if it was not given, or is a flag
	 */
	public List<String> values(String option) {
		return this.options.getOrDefault(option, List.of());
	}

	/**
	 * Return the value of an option.
	 * @param option its name
	 * @return the first of its values
	 */
	public Optional<String> value(String option) {
		return values(option).stream().findFirst();
	}

	/**
	 * Return a word.
	 * @param index its place among the words that are no options, from 0
	 * @return the word; empty if there are fewer
	 */
	public Optional<String> word(int index) {
		return (index < this.words.size()) ? Optional.of(this.words.get(index)) : Optional.empty();
	}

}
