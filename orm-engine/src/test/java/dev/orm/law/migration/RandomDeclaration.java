package dev.orm.law.migration;

import dev.orm.declare.ExclusionOperator;
import dev.orm.declare.IndexMethod;
import dev.orm.declare.Meta;
import dev.orm.expression.F;
import dev.orm.expression.Q;
import dev.orm.expression.functions.TextFunctions;
import dev.orm.model.Model;

/** What a random model may declare of one of its attributes. */
enum RandomDeclaration {

	/** An index the other way around. */
	SORTED {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			meta.index("-" + attribute, "id").with("fillfactor", 80);
		}

	},

	/** An index of some rows. */
	PARTIAL {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			meta.index("id").where(Q.of(attribute + "__isnull", false)).name("{table}_" + label + "_partial");
		}

	},

	/** An index of hashes. */
	HASHED {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			meta.index(attribute).using(IndexMethod.HASH).name("{table}_" + label + "_hash");
		}

	},

	/** A unique constraint that waits, or that NULL breaks, too. */
	UNIQUE {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			meta.unique("id", attribute).include("id").nullsNotDistinct();
			meta.unique(attribute, "id").deferred().name("{table}_" + label + "_late");
		}

	},

	/** A unique index of some rows. */
	UNIQUE_PARTIAL {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			meta.unique(attribute, "id").where(Q.of("id__gt", 3L).or(Q.of(attribute + "__isnull", true)));
		}

	},

	/** A check with literals. */
	CHECKED {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			Object least = sort.isNumber() ? (Object) (-5) : "";
			boolean compares = sort.isNumber() || sort.isText();
			meta.check("{table}_" + label + "_fits", compares ? Q.of(attribute + "__gte", least)
					: Q.of(attribute + "__isnull", false).or(Q.of("id__gt", -1L)));
		}

	},

	/** An index of an expression. */
	COMPUTED {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			if (sort.isText()) {
				meta.index(TextFunctions.lower(F.text(attribute)).desc()).name("{table}_" + label + "_low");
			}
		}

	},

	/** A policy. */
	SECURED {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			meta.policy("{table}_" + label + "_own",
					Q.of(attribute + "__isnull", false).or(Q.of("id", Meta.setting("law.key", Long.class))));
		}

	},

	/** A constraint between rows. */
	EXCLUDED {

		@Override
		void declare(Meta<Model> meta, String attribute, Sort sort, String label) {
			meta.exclude("{table}_" + label + "_apart")
				.using(IndexMethod.BTREE)
				.with("id", ExclusionOperator.EQUAL)
				.with(attribute, ExclusionOperator.EQUAL)
				.where(Q.of("id__lt", 100L));
		}

	};

	/** Say it of an attribute that can be sorted, with names by a label. */
	abstract void declare(Meta<Model> meta, String attribute, Sort sort, String label);

}
