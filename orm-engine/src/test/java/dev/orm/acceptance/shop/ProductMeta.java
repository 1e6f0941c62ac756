package dev.orm.acceptance.shop;

import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The model ProductMeta of the acceptance cases. */
@Table(name = "shop_productmeta")
public class ProductMeta extends Model {

	@Id
	private Long id;

	@OnDelete(OnDeleteAction.CASCADE)
	@RelatedName("productmeta")
	private OneToOne<Product> product;

	private JsonNode metadata = JsonNodeFactory.instance.objectNode();

	private @Nullable JsonNode extra;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public OneToOne<Product> getProduct() {
		return this.product;
	}

	public void setProduct(OneToOne<Product> product) {
		this.product = product;
	}

	public JsonNode getMetadata() {
		return this.metadata;
	}

	public void setMetadata(JsonNode metadata) {
		this.metadata = metadata;
	}

	public @Nullable JsonNode getExtra() {
		return this.extra;
	}

	public void setExtra(@Nullable JsonNode extra) {
		this.extra = extra;
	}

}
