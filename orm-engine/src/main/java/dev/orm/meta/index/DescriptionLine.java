package dev.orm.meta.index;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.annotation.OnDeleteAction;
import dev.orm.choice.ChoiceSource;
import dev.orm.model.ColumnDetails;
import dev.orm.model.ColumnDetails.Bound;
import dev.orm.model.ColumnDetails.Computed;
import dev.orm.model.ColumnDetails.Limit;
import dev.orm.model.ColumnDetails.Subject;
import dev.orm.model.FieldDescription;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.Generics;
import dev.orm.model.ManyToManyDescription;
import dev.orm.model.Model;
import dev.orm.model.ModelDescription;
import dev.orm.model.Presentation;
import dev.orm.model.RelationDescription;
import dev.orm.annotation.SetKey;
import dev.orm.model.TableName;
import dev.orm.model.TableOptions;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the source code says of a model off its line of the index. The processor
 * writes the same words in the same order. Used once, by one thread.
 */
public final class DescriptionLine {

	private final IndexedTypes types;

	private final String line;

	private int at;

	/** Where the next backslash is, if that is not behind already. */
	private int escape = -1;

	/**
	 * Read a line.
	 * @param line the line
	 * @param types finds the classes it names
	 */
	public DescriptionLine(String line, IndexedTypes types) {
		this.line = line;
		this.types = types;
	}

	/**
	 * Return the name of the class.
	 * @param line a line
	 * @return the name
	 */
	public static String model(String line) {
		String head = head(line);
		int end = head.indexOf(' ');
		return (end < 0) ? head : head.substring(0, end);
	}

	/**
	 * Return the name of the class, and the digest if there is one.
	 * @param line a line
	 * @return both, with a blank between
	 */
	public static String head(String line) {
		int end = line.indexOf('\t');
		return (end < 0) ? line : line.substring(0, end);
	}

	/**
	 * Return whether a line says what the source code says.
	 * @param line a line
	 * @return false if only the binding does
	 */
	public static boolean isComplete(String line) {
		return line.indexOf('\t') > 0;
	}

	/**
	 * Return what only the code of a model tells.
	 * @param line a line
	 * @return that; all there is, if the line is not complete
	 */
	public static Set<Untold> untold(String line) {
		int start = line.indexOf('\t') + 1;
		return (start == 0) ? EnumSet.allOf(Untold.class) : Untold.of(line.substring(start, line.indexOf('\t', start)));
	}

	/**
	 * Return what the source code says of the model.
	 * @return the model
	 * @throws dev.orm.error.ModelDefinitionException if a class is not there
	 */
	public DescribedModel read() {
		this.at = this.line.indexOf('\t') + 1;
		Set<Untold> untold = Untold.of(word());
		return DescribedModel.of(description(), untold);
	}

	private ModelDescription description() {
		return new ModelDescription(this.types.model(model(this.line)), word(), table(), modelOrNull(), modelOrNull(),
				words(), words(), list(this::words), list(this::field), list(this::manyToMany), options(),
				new Generics(list(this::targets), list(this::back)));
	}

	private Generics.Targets targets() {
		return new Generics.Targets(word(), list(this::model));
	}

	private Generics.Back back() {
		return new Generics.Back(word(), model(), word());
	}

	private String word() {
		String word = wordOrNull();
		if (word == null) {
			throw new IllegalStateException("A word is missing in the index: " + this.line);
		}
		return word;
	}

	private @Nullable String wordOrNull() {
		int end = end();
		String word = this.line.substring(this.at, end);
		boolean plain = nextEscape() >= end;
		after(end);
		if (plain) {
			return word;
		}
		return word.equals("\\N") ? null : unescaped(word);
	}

	private int end() {
		int end = this.line.indexOf('\t', this.at);
		return (end < 0) ? this.line.length() : end;
	}

	private void after(int end) {
		this.at = Math.min(end + 1, this.line.length());
	}

	/** Most words have none, and are not looked through for it. */
	private int nextEscape() {
		if (this.escape < this.at) {
			int next = this.line.indexOf('\\', this.at);
			this.escape = (next < 0) ? this.line.length() : next;
		}
		return this.escape;
	}

	private static String unescaped(String word) {
		StringBuilder text = new StringBuilder(word.length());
		for (int i = 0; i < word.length(); i++) {
			char character = word.charAt(i);
			text.append((character == '\\') ? escaped(word.charAt(++i)) : character);
		}
		return text.toString();
	}

	private static char escaped(char letter) {
		return switch (letter) {
			case 't' -> '\t';
			case 'n' -> '\n';
			case 'r' -> '\r';
			default -> letter;
		};
	}

	private int number() {
		int end = end();
		int number = Integer.parseInt(this.line, this.at, end, 10);
		after(end);
		return number;
	}

	private boolean flag() {
		return word().equals("true");
	}

	private List<String> words() {
		return list(this::word);
	}

	private <T> List<T> list(Supplier<T> item) {
		int size = number();
		List<T> items = new ArrayList<>(size);
		for (int i = 0; i < size; i++) {
			items.add(item.get());
		}
		return items;
	}

	private Class<? extends Model> model() {
		return this.types.model(word());
	}

	private @Nullable Class<? extends Model> modelOrNull() {
		String name = wordOrNull();
		return (name != null) ? this.types.model(name) : null;
	}

	private TableName table() {
		return new TableName(word(), word());
	}

	private FieldDescription field() {
		String name = word();
		String column = word();
		Class<?> type = this.types.type(word());
		List<Flag> flags = this.types.flags(word());
		String said = word();
		List<Class<?>> arguments = has(said, 'a') ? list(() -> this.types.type(word())) : List.of();
		String columnType = has(said, 't') ? word() : "";
		int[] size = has(said, 's') ? size(word()) : new int[3];
		String value = has(said, 'v') ? word() : "";
		ColumnDetails details = has(said, 'd') ? details() : ColumnDetails.NONE;
		Presentation words = has(said, 'w') ? presentation() : Presentation.NONE;
		return new FieldDescription(name, column, type, arguments, columnType, size[0], size[1], size[2], value, flags,
				has(said, 'r') ? relation() : null, details, words);
	}

	private static boolean has(String said, char letter) {
		return said.indexOf(letter) >= 0;
	}

	private static int[] size(String text) {
		int first = text.indexOf(',');
		int second = text.indexOf(',', first + 1);
		return new int[] { Integer.parseInt(text, 0, first, 10), Integer.parseInt(text, first + 1, second, 10),
				Integer.parseInt(text, second + 1, text.length(), 10) };
	}

	private ColumnDetails details() {
		return new ColumnDetails(word(), word(), word(), word(), computed(wordOrNull(), flag()), list(this::limit),
				choices(wordOrNull()));
	}

	private static @Nullable Computed computed(@Nullable String expression, boolean stored) {
		return (expression != null) ? new Computed(expression, stored) : null;
	}

	private Limit limit() {
		String[] parts = word().split(" ", 3);
		return new Limit(Subject.valueOf(parts[0]), Bound.of(parts[1]), parts[2]);
	}

	@SuppressWarnings("unchecked")
	private @Nullable ChoiceSource choices(@Nullable String constants) {
		return (constants != null) ? ChoiceSource.of((Class<? extends Enum<?>>) this.types.type(constants)) : null;
	}

	private Presentation presentation() {
		return new Presentation(word(), word(), word());
	}

	private RelationDescription relation() {
		return new RelationDescription(model(), word(), OnDeleteAction.valueOf(word()), word(), keyFinder(),
				wordOrNull(), wordOrNull());
	}

	private @Nullable Class<? extends SetKey> keyFinder() {
		String name = wordOrNull();
		return (name != null) ? this.types.type(name).asSubclass(SetKey.class) : null;
	}

	private ManyToManyDescription manyToMany() {
		return new ManyToManyDescription(word(), model(), model(), modelOrNull(), table(), word(), word(), flag(),
				wordOrNull(), wordOrNull());
	}

	private TableOptions options() {
		return new TableOptions(word(), flag(), flag(), presentation(), word());
	}

}
