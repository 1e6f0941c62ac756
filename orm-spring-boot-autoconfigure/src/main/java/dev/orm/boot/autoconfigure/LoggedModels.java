package dev.orm.boot.autoconfigure;

import java.util.function.Supplier;

import dev.orm.Orm;
import dev.orm.boot.observe.SensitiveColumns;
import dev.orm.meta.EntityModel;

import org.springframework.util.function.SingletonSupplier;

/** What the log of statements asks of models, at the first statement it shows. */
final class LoggedModels {

	private final Supplier<Orm> orm;

	/** Asked where values are shown only. */
	private final Supplier<SensitiveColumns> sensitive;

	LoggedModels(Supplier<Orm> orm) {
		this.orm = orm;
		this.sensitive = SingletonSupplier.of(() -> new SensitiveColumns(orm.get().models()));
	}

	/** Return the model of a table; the table if it is none's. */
	String name(String table) {
		return this.orm.get()
			.models()
			.models()
			.stream()
			.filter((model) -> model.table().toString().equals(table))
			.map(EntityModel::name)
			.findFirst()
			.orElse(table);
	}

	boolean isSensitive(String sql) {
		return this.sensitive.get().test(sql);
	}

}
