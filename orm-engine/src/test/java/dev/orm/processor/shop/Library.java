package dev.orm.processor.shop;

import java.util.List;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Proxy;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.annotation.ToField;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.model.OneToOne;
import dev.orm.processor.base.Node;
import org.jspecify.annotations.Nullable;

/**
 * Nested models: keys of all kinds, parents with tables, proxies, names that mean
 * something in Java.
 */
final class Library {

	private Library() {
	}

	/** The key comes from a parent nobody here can name. */
	@Table
	static class Section extends Node<String, Section> {

	}

	/** A parent with a table of its own. */
	@Table(ordering = "title")
	static class Content extends Model {

		@Id
		private int id;

		private String title = "";

		@OnDelete(OnDeleteAction.PROTECT)
		private @Nullable ForeignKey<Section> section;

		String title() {
			return this.title;
		}

		void title(String title) {
			this.title = title;
		}

	}

	/** A child with a table of its own. */
	@Table
	static class Page extends Content {

		String body = "";

	}

	/** A child of a child. */
	@Table
	static final class CoverPage extends Page {

		boolean glossy;

	}

	/** A proxy of a child. */
	@Proxy(ordering = "-title")
	static class Draft extends Page {

	}

	/** Shares the key of its target, and stores another attribute of a second one. */
	@Table
	static class Cover extends Model {

		@Id
		@OnDelete(OnDeleteAction.CASCADE)
		OneToOne<Page> page = OneToOne.to(null);

		@ToField("title")
		@OnDelete(OnDeleteAction.DO_NOTHING)
		@RelatedName("+")
		@Nullable ForeignKey<Content> named;

		@OnDelete(OnDeleteAction.CASCADE)
		@RelatedName("class")
		@Nullable ForeignKey<Draft> path;

		List<Long> sizes = List.of();

		@Column(name = "order")
		long isOrder;

	}

	/** Leads to a key that is a relation itself. */
	@Table
	static class Sticker extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		short number;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Cover> cover = ForeignKey.to(null);

	}

}
