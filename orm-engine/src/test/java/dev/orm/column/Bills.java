package dev.orm.column;

import dev.orm.OneToMany;
import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** Models whose keys hold foreign keys. */
final class Bills {

	private Bills() {
	}

	@Table(name = "bill")
	static class Bill extends Model {

		@Id
		Long id;

		String buyer = "";

		OneToMany<Item> items;

	}

	@Table(name = "goods")
	static class Goods extends Model {

		@Id(generated = Id.Generated.ASSIGNED)
		@Column(length = 20)
		String code;

		String title = "";

		OneToMany<Item> items;

	}

	// tag::item[]
	@Table(name = "item")
	static class Item extends Model {

		@Id
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Bill> bill;

		@Id
		@OnDelete(OnDeleteAction.PROTECT)
		ForeignKey<Goods> goods;

		int amount;

		@Column(length = 50)
		@Nullable String remark;

		// end::item[]
		int getAmount() {
			return this.amount;
		}

		@Nullable String getRemark() {
			return this.remark;
		}

	}

	// tag::key[]
	/** The key of an item. */
	record ItemKey(Bill bill, Goods goods) {

	}
	// end::key[]

	/** The key of an item by the keys of its parts, the other way round. */
	record PlainKey(String goods, Long bill) {

	}

	/** Notes are counted in their bill; what they were is kept. */
	@Table(name = "note")
	static class Note extends Model {

		@Id
		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Bill> bill;

		@Id
		int number;

		String text = "";

		static void meta(Meta<Note> meta) {
			meta.history();
		}

	}

	static Bill bill(String buyer) {
		Bill bill = new Bill();
		bill.buyer = buyer;
		return bill;
	}

	static Goods goods(String code) {
		Goods goods = new Goods();
		goods.code = code;
		goods.title = "The " + code;
		return goods;
	}

	static Item item(Bill bill, Goods goods, int amount) {
		Item item = new Item();
		item.bill = ForeignKey.to(bill);
		item.goods = ForeignKey.to(goods);
		item.amount = amount;
		return item;
	}

	static Note note(Bill bill, int number, String text) {
		Note note = new Note();
		note.bill = ForeignKey.to(bill);
		note.number = number;
		note.text = text;
		return note;
	}

}
