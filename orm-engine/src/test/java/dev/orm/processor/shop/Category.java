package dev.orm.processor.shop;

import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Record-style accessors and a relation to itself. */
@Table(ordering = "name")
public class Category extends Model {

	@Id
	private @Nullable Long id;

	private @Nullable String name;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName(value = "children", query = "child")
	private @Nullable ForeignKey<Category> parent;

	public @Nullable Long id() {
		return this.id;
	}

	public @Nullable String name() {
		return this.name;
	}

	public Category name(@Nullable String name) {
		this.name = name;
		return this;
	}

	public @Nullable ForeignKey<Category> parent() {
		return this.parent;
	}

}
