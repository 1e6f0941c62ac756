package dev.orm.instance;

import java.util.ArrayList;
import java.util.List;

import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.distribution.TableDistribution;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.TableName;
import org.jspecify.annotations.Nullable;

/**
 * One table of a model, with the columns it holds. All fields are as the model sees them.
 * Immutable; made once for each table of a model, and equal to itself only.
 */
public final class OwnTable {

	private final EntityModel table;

	private final List<FieldModel> key;

	private final List<FieldModel> others;

	/** What a row must have besides its key to be the one that is meant. */
	private final List<FieldModel> guard;

	private final List<FieldModel> updatable;

	private final List<FieldModel> all;

	private final List<FieldModel> computed;

	private final List<FieldModel> omissible;

	private final List<FieldModel> unknowable;

	/** The parts of the key that the engine makes. */
	private final List<FieldModel> made;

	private final @Nullable FieldModel identity;

	private final List<FieldModel> withoutIdentity;

	private final boolean spread;

	OwnTable(EntityModel model, EntityModel table) {
		List<String> keyNames = table.key().stream().map(FieldModel::name).toList();
		this.table = table;
		List<FieldModel> columns = model.fields().stream().filter((field) -> field.owner() == table).toList();
		this.all = columns.stream().filter((field) -> !field.computed()).toList();
		this.computed = columns.stream().filter(FieldModel::computed).toList();
		this.unknowable = this.all.stream().filter((field) -> field.type().codec().readsUnknown()).toList();
		this.omissible = this.all.stream().filter(FieldModel::hasDbDefault).toList();
		this.key = this.all.stream().filter((field) -> keyNames.contains(field.name())).toList();
		this.others = this.all.stream().filter((field) -> !keyNames.contains(field.name())).toList();
		this.guard = model.fields().stream().filter((field) -> field.is(Flag.TENANT) && isAbove(field, table)).toList();
		this.updatable = this.others.stream().filter((field) -> !field.is(Flag.TENANT)).toList();
		this.made = this.key.stream().filter((field) -> field.is(Flag.UUID_KEY)).toList();
		this.identity = this.key.stream().filter((field) -> field.is(Flag.IDENTITY)).findFirst().orElse(null);
		this.withoutIdentity = this.all.stream().filter((field) -> field != this.identity).toList();
		this.spread = TableDistribution.of(table) != null;
	}

	/** Whether a field is a column of a table, or of one above it. */
	private static boolean isAbove(FieldModel field, EntityModel table) {
		for (EntityModel at = table; at != null; at = at.parent()) {
			if (at.concrete() == field.owner().concrete()) {
				return true;
			}
		}
		return false;
	}

	/** The model that owns the table. */
	public EntityModel table() {
		return this.table;
	}

	public TableName name() {
		return this.table.table();
	}

	/** The key. */
	public List<FieldModel> key() {
		return this.key;
	}

	/** All other columns that are written. */
	public List<FieldModel> others() {
		return this.others;
	}

	/**
	 * The columns a row must agree in, besides its key: whose it is. Of a child a column
	 * of the table of a parent may say so.
	 */
	public List<FieldModel> guard() {
		return this.guard;
	}

	/** All other columns that an update may change. */
	public List<FieldModel> updatable() {
		return this.updatable;
	}

	/** Whether its rows lie on several servers, which answer in any order. */
	public boolean isSpread() {
		return this.spread;
	}

	/** All columns that are written, in order. */
	public List<FieldModel> all() {
		return this.all;
	}

	/** The columns the database computes. */
	public List<FieldModel> computed() {
		return this.computed;
	}

	/** The columns with a value that stands for what the enum does not know. */
	List<FieldModel> unknowable() {
		return this.unknowable;
	}

	/** The columns an insert may leave to their defaults in the database. */
	public List<FieldModel> omissible() {
		return this.omissible;
	}

	/** The key column the database fills in, if it is left out. */
	public @Nullable FieldModel identity() {
		return this.identity;
	}

	/** The columns an insert sends for which the database makes the key, or not. */
	public List<FieldModel> sent(@Nullable FieldModel generated) {
		return (generated != null) ? this.withoutIdentity : this.all;
	}

	/** The same for rows that leave columns to their defaults. */
	public List<FieldModel> sent(@Nullable FieldModel generated, List<FieldModel> leftOut) {
		List<FieldModel> sent = sent(generated);
		return leftOut.isEmpty() ? sent : sent.stream().filter((field) -> !leftOut.contains(field)).toList();
	}

	/** The columns that come back of such rows: all that the database fills in. */
	public List<FieldModel> answered(@Nullable FieldModel generated, List<FieldModel> leftOut) {
		if (leftOut.isEmpty() && this.computed.isEmpty()) {
			return (generated != null) ? List.of(generated) : List.of();
		}
		List<FieldModel> answered = new ArrayList<>();
		if (generated != null) {
			answered.add(generated);
		}
		leftOut.stream().filter(this.omissible::contains).forEach(answered::add);
		answered.addAll(this.computed);
		return answered;
	}

	/** The parts of the key that the engine makes where a row has none. */
	List<FieldModel> made() {
		return this.made;
	}

	public boolean isGeneratedKey() {
		return !this.made.isEmpty();
	}

	@Override
	public String toString() {
		return name().toString();
	}

}
