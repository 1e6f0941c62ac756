package dev.orm.test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import dev.orm.Orm;
import dev.orm.acceptance.shop.Product;
import dev.orm.meta.ModelIndex;

/**
 * The schema, data and models of the acceptance cases, for tests that want a data set
 * with some life in it.
 */
public final class ShopDatabase {

	private ShopDatabase() {
	}

	/** Return a fresh database with the shop's rows. */
	public static TestDatabase create() {
		return TestDatabase.create(text("schema.sql"), text("data.sql"));
	}

	/** Return an ORM on a database with the shop's models. */
	public static Orm orm(TestDatabase database) {
		ClassLoader loader = ShopDatabase.class.getClassLoader();
		return Orm.builder()
			.dataSource(database.dataSource())
			.models(ModelIndex.load(loader)
				.stream()
				.filter((model) -> model.getPackage() == Product.class.getPackage())
				.toList())
			.build();
	}

	private static String text(String name) {
		try (InputStream stream = ShopDatabase.class.getResourceAsStream("/acceptance/" + name)) {
			return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
