package dev.orm.postgres;

import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.acceptance.shop.Product;
import dev.orm.acceptance.shop.ProductMeta;
import dev.orm.error.QueryValueException;
import dev.orm.expression.PathKey;
import dev.orm.expression.Q;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static dev.orm.acceptance.shop.ProductMetaPath.PRODUCT_META;
import static dev.orm.expression.Aggregates.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Keys of JSON documents that a path of strings cannot hold. */
class DocumentKeyTests {

	@RegisterExtension
	static final TestDatabase database = Shop.database();

	private static final Orm orm = Shop.orm(database);

	private static final Manager<ProductMeta> metas = orm.manager(ProductMeta.class);

	@ParameterizedTest
	@ValueSource(strings = { "a__b", "_a", "a_", "__", "", "contains", "has_key", "isnull", "exact", "it's \"x\"",
			"a b", "-- ; /*", "a\\b", "{1,2}", "\uA7FE\uE001\uA7FE", "ünï", "1", "-1", "color" })
	void anyTextIsAKeyOfATypedPath(String key) {
		ProductMeta meta = save(Map.of(key, "found", "nested", Map.of(key, List.of(7, 8))));
		var found = metas.filter(PRODUCT_META.metadata.key(key).eq("found"));
		assertThat(found.flat(PRODUCT_META.id).list()).containsExactly(meta.getId());
		var nested = PRODUCT_META.metadata.key("nested").key(key);
		assertThat(metas.filter(nested.at(-1).gt(7)).flat(nested.at(0).text()).list()).containsExactly("7");
		assertThat(metas.filter(PRODUCT_META.metadata.key(key).text().icontains("OUN")).count()).isEqualTo(1);
		assertThat(found.flat(PRODUCT_META.metadata.key(key).text()).list()).containsExactly("found");
		assertThat(found.orderBy(PRODUCT_META.metadata.key(key).asc()).list()).hasSize(1);
		assertThat(metas.exclude(PRODUCT_META.metadata.key(key).eq("found")).filter("id", meta.getId()).exists())
			.isFalse();
		assertThat(found.values(PRODUCT_META.metadata.key(key), count()).as((value, rows) -> rows)).containsExactly(1L);
		metas.delete(meta);
	}

	@Test
	void aKeyThatLooksLikeAnIndexIsAKeyAndAnIndexIsAnIndex() {
		ProductMeta meta = save(Map.of("1", "key"));
		assertThat(metas.filter(PRODUCT_META.metadata.key("1").eq("key")).exists()).isTrue();
		assertThat(metas.filter(PRODUCT_META.metadata.at(1).eq("key")).exists()).isFalse();
		assertThat(metas.filter(Q.of("metadata__1", "key")).exists()).as("Django takes it for an index").isFalse();
		metas.delete(meta);
	}

	@Test
	void aKeyIsReadBackFromItsSegment() {
		// tag::keys[]
		metas.filter(PRODUCT_META.metadata.key("build__number").gt(41)).list();
		// end::keys[]
		for (String key : List.of("", "a__b", "\uA7FE", "\uA7FE005f", "_\uA7FE", "plain", "ü ☃")) {
			assertThat(PathKey.decode(PathKey.encode(key))).isEqualTo(key);
			assertThat(PathKey.encode(key)).doesNotContain("_");
		}
		assertThat(PathKey.decode("plain_key")).isEqualTo("plain_key");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\uA7FE\uA7FE", "\uA7FEa\uA7FE", "\uA7FE\uA7FE00", "\uA7FE\uA7FE005", "\uA7FE\uA7FE00g0",
			"\uA7FE\uA7FE+0ab", "\uA7FE\uA7FE-001", "\uA7FE\uA7FE 5f ", "\uA7FE\uA7FE\uA7FE005f",
			"\uA7FE\uA7FE\uFF10\uFF10\uFF15\uFF46" })
	void aSegmentThatOnlyLooksEncodedIsRefused(String segment) {
		assertThatExceptionOfType(QueryValueException.class).isThrownBy(() -> PathKey.decode(segment))
			.withMessageContaining("'" + segment + "' stands for no key")
			.withMessageContaining("four hexadecimal digits");
		assertThatExceptionOfType(QueryValueException.class)
			.isThrownBy(() -> metas.filter(Q.of("metadata__" + segment, 1)).count());
	}

	private static ProductMeta save(Map<String, Object> document) {
		metas.all().delete();
		Product product = orm.manager(Product.class).first().orElseThrow();
		return metas.create(Map.of("product", product, "metadata", JsonMapper.shared().valueToTree(document)));
	}

}
