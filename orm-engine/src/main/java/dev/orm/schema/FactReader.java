package dev.orm.schema;

import java.util.Arrays;
import java.util.List;

import dev.orm.error.detail.UnknownName;
import dev.orm.schema.Column.Generated;
import dev.orm.schema.Column.Identity;
import org.jspecify.annotations.Nullable;

/** Reads one fact from its line. */
public final class FactReader {

	private static final List<String> AFTER_TYPE = List.of("collate", "not null", "identity", "default", "generated",
			"comment");

	private static final List<String> SEVERAL_WORDS = List.of("timestamp", "time", "double precision", "interval");

	private final FactScanner scanner;

	public FactReader(String line) {
		this.scanner = new FactScanner(line);
	}

	SchemaObject read() {
		ObjectKind kind = kind();
		SchemaObject object = switch (kind) {
			case SCHEMA -> new Namespace(this.scanner.name());
			case EXTENSION -> new Extension(this.scanner.name());
			case COLLATION -> collation();
			case TABLE -> table();
			case COLUMN -> column();
			case KEY -> key();
			case UNIQUE -> unique();
			case CHECK -> check();
			case EXCLUSION -> exclusion();
			case INDEX -> index();
			case FOREIGN_KEY -> foreignKey();
			case DISTRIBUTION -> distribution();
			case POLICY -> policy();
			case HISTORY -> history();
			case RAW -> raw();
		};
		this.scanner.end();
		return object;
	}

	/** Read the id of an object and the name after the arrow. */
	public Change.Rename rename() {
		ObjectKind kind = kind();
		ObjectId id = kind.isPartOfTable() ? part(kind) : new ObjectId(kind, "", name(kind));
		this.scanner.expect("->");
		Change.Rename rename = new Change.Rename(id, name(kind));
		this.scanner.end();
		return rename;
	}

	private ObjectKind kind() {
		String word = this.scanner.word();
		return Arrays.stream(ObjectKind.values())
			.filter((kind) -> kind.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new FactException("'%s' is no kind of object.".formatted(word),
					UnknownName.of("", word, Arrays.stream(ObjectKind.values()).map(ObjectKind::word).toList())));
	}

	private String name(ObjectKind kind) {
		return (kind == ObjectKind.TABLE) ? this.scanner.path() : this.scanner.name();
	}

	/** Read the path of a table and the name of what is part of it. */
	private ObjectId part(ObjectKind kind) {
		List<String> names = this.scanner.qualified();
		if (names.size() < 2) {
			throw this.scanner.unexpected("'.'");
		}
		String schema = (names.size() > 2) ? names.get(0) : "";
		return new ObjectId(kind, new TablePath(schema, names.get(names.size() - 2)).text(),
				names.get(names.size() - 1));
	}

	private Sorting collation() {
		String name = this.scanner.name();
		String provider = this.scanner.word();
		String locale = this.scanner.text();
		return new Sorting(name, provider, locale, !this.scanner.skip("nondeterministic"));
	}

	private Table table() {
		String path = this.scanner.path();
		List<String> partition = this.scanner.skip("partition by range") ? this.scanner.names() : List.of();
		return new Table(path, comment(), partition);
	}

	private Distribution distribution() {
		ObjectId id = part(ObjectKind.DISTRIBUTION);
		if (this.scanner.skip("reference")) {
			return new Distribution(id.table(), "");
		}
		this.scanner.expect("by");
		return new Distribution(id.table(), this.scanner.name());
	}

	private Policy policy() {
		ObjectId id = part(ObjectKind.POLICY);
		this.scanner.expect("using");
		return new Policy(id.table(), id.name(), this.scanner.parentheses());
	}

	private History history() {
		ObjectId id = part(ObjectKind.HISTORY);
		this.scanner.expect("in");
		String rows = this.scanner.path();
		this.scanner.expect("key");
		List<String> key = this.scanner.names();
		return new History(id.table(), rows, key, this.scanner.skip("keeps") ? this.scanner.names() : List.of());
	}

	private Column column() {
		ObjectId id = part(ObjectKind.COLUMN);
		String type = type(this.scanner.until(AFTER_TYPE));
		String collation = this.scanner.skip("collate") ? this.scanner.name() : "";
		boolean notNull = this.scanner.skip("not null");
		Identity identity = identity();
		String value = this.scanner.skip("default") ? this.scanner.parentheses() : null;
		return new Column(id.table(), id.name(), type, notNull, identity, value, generated(), collation, comment());
	}

	/** Few types have several words; anything else is a slip of the pen. */
	private static String type(String text) {
		boolean several = text.contains(" ") && text.replaceAll("\\(.*?\\)|\".*?\"", "").strip().contains(" ");
		if (several && SEVERAL_WORDS.stream().noneMatch(text::startsWith)) {
			throw new FactException("'%s' is no type".formatted(text));
		}
		return text;
	}

	private Identity identity() {
		if (!this.scanner.skip("identity")) {
			return Identity.NONE;
		}
		return this.scanner.skip("always") ? Identity.ALWAYS : Identity.BY_DEFAULT;
	}

	private @Nullable Generated generated() {
		if (!this.scanner.skip("generated")) {
			return null;
		}
		String expression = this.scanner.parentheses();
		boolean stored = this.scanner.skip("stored");
		if (!stored) {
			this.scanner.expect("virtual");
		}
		return new Generated(expression, stored);
	}

	private String comment() {
		return this.scanner.skip("comment") ? this.scanner.text() : "";
	}

	private Key key() {
		ObjectId id = part(ObjectKind.KEY);
		return new Key(id.table(), id.name(), this.scanner.names());
	}

	private Unique unique() {
		ObjectId id = part(ObjectKind.UNIQUE);
		List<String> columns = this.scanner.names();
		boolean distinct = !this.scanner.skip("nulls not distinct");
		return new Unique(id.table(), id.name(), columns, distinct, include(), deferral());
	}

	private List<String> include() {
		return this.scanner.skip("include") ? this.scanner.names() : List.of();
	}

	private Deferral deferral() {
		if (this.scanner.skip("deferrable")) {
			return Deferral.DEFERRABLE;
		}
		return this.scanner.skip("deferred") ? Deferral.DEFERRED : Deferral.NONE;
	}

	private Check check() {
		ObjectId id = part(ObjectKind.CHECK);
		return new Check(id.table(), id.name(), this.scanner.parentheses());
	}

	private Exclusion exclusion() {
		ObjectId id = part(ObjectKind.EXCLUSION);
		this.scanner.expect("using");
		String method = this.scanner.word();
		return new Exclusion(id.table(), id.name(), method, this.scanner.parentheses(), where(), deferral());
	}

	private String where() {
		return this.scanner.skip("where") ? this.scanner.parentheses() : "";
	}

	private Index index() {
		ObjectId id = part(ObjectKind.INDEX);
		boolean unique = this.scanner.skip("unique");
		String method = this.scanner.skip("using") ? this.scanner.word() : Index.BTREE;
		List<Index.Element> elements = FactScanner.split(this.scanner.parentheses())
			.stream()
			.map(FactReader::element)
			.toList();
		boolean distinct = !this.scanner.skip("nulls not distinct");
		List<String> include = include();
		String parameters = this.scanner.skip("with") ? this.scanner.parentheses() : "";
		return new Index(id.table(), id.name(), unique, method, elements, distinct, include, parameters, where());
	}

	private static Index.Element element(String text) {
		FactScanner scanner = new FactScanner(text);
		Index.Element element = scanner.isAt("(") ? Index.Element.expression(scanner.parentheses())
				: Index.Element.column(scanner.name());
		return element.options(scanner.rest());
	}

	private ForeignKey foreignKey() {
		ObjectId id = part(ObjectKind.FOREIGN_KEY);
		List<String> columns = this.scanner.names();
		this.scanner.expect("->");
		String target = this.scanner.path();
		List<String> targetColumns = this.scanner.names();
		boolean outside = this.scanner.skip("outside");
		return new ForeignKey(id.table(), id.name(), columns, target, targetColumns, action(), deferral(), outside);
	}

	private ForeignKey.Action action() {
		if (!this.scanner.skip("on delete")) {
			return ForeignKey.Action.NONE;
		}
		for (ForeignKey.Action action : ForeignKey.Action.values()) {
			if (!action.words().isEmpty() && this.scanner.skip(action.words())) {
				return action;
			}
		}
		throw this.scanner.unexpected("restrict, cascade, set null or set default");
	}

	private Raw raw() {
		String name = this.scanner.name();
		this.scanner.expect("create");
		String create = this.scanner.text();
		return new Raw(name, create, this.scanner.skip("drop") ? this.scanner.text() : "");
	}

}
