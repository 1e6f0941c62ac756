package dev.orm.validate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.orm.codec.Codec;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.sql.write.Unnest;
import dev.orm.validate.rule.DatabaseRule;
import org.jspecify.annotations.Nullable;

/**
 * What is sent of the instances: an array of values for each column, and which rules each
 * instance has a question to. Used by one thread.
 */
final class AskedRows {

	private final EntityModel model;

	private final List<DatabaseRule> rules;

	private final List<FieldModel> fields;

	private final @Nullable Object[][] columns;

	private final boolean[][] asks;

	private boolean questions;

	AskedRows(EntityModel model, List<DatabaseRule> rules, int size) {
		this.model = model;
		this.rules = rules;
		this.fields = fields(rules);
		this.columns = new Object[1 + model.key().size() + this.fields.size()][size];
		this.asks = new boolean[size][rules.size()];
	}

	/** The columns of rules, each once. */
	private static List<FieldModel> fields(List<DatabaseRule> rules) {
		Set<FieldModel> all = new LinkedHashSet<>();
		rules.forEach((rule) -> all.addAll(rule.fields()));
		return List.copyOf(all);
	}

	/** Take an instance. */
	void add(int row, GivenValues given) {
		int at = 0;
		this.columns[at++][row] = row;
		for (FieldModel field : this.model.key()) {
			this.columns[at++][row] = given.isStored() ? given.value(field) : null;
		}
		for (FieldModel field : this.fields) {
			this.columns[at++][row] = given.value(field);
		}
		for (int i = 0; i < this.rules.size(); i++) {
			this.asks[row][i] = given.asks(this.rules.get(i));
			this.questions |= this.asks[row][i];
		}
	}

	/** Whether any rule has anything to ask of any instance. */
	boolean hasQuestions() {
		return this.questions;
	}

	/** Whether a rule has something to ask of an instance. */
	boolean asks(int row, int rule) {
		return this.asks[row][rule];
	}

	List<FieldModel> fields() {
		return this.fields;
	}

	/** The values of the statement. */
	List<@Nullable Object> values() {
		List<@Nullable Object> values = new ArrayList<>();
		int first = this.columns.length - this.fields.size();
		for (int i = 0; i < this.columns.length; i++) {
			boolean folded = i >= first && Unnest.isFolded(this.fields.get(i - first).type());
			values.add(folded ? texts(this.columns[i], this.fields.get(i - first).type().codec())
					: Arrays.asList(this.columns[i]));
		}
		return values;
	}

	private static List<@Nullable Object> texts(@Nullable Object[] column, Codec codec) {
		List<@Nullable Object> texts = new ArrayList<>(column.length);
		for (Object value : column) {
			texts.add((value != null) ? codec.write(value) : null);
		}
		return texts;
	}

}
