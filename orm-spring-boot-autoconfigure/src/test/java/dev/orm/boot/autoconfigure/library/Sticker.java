package dev.orm.boot.autoconfigure.library;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.model.GenericKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** A model that points to rows of any other. */
@Table(name = "library_sticker")
public class Sticker extends Model {

	@Id
	private Long id;

	@Column(length = 20)
	private String text;

	private @Nullable GenericKey<Long> target;

	public static Sticker of(String text, GenericKey<Long> target) {
		Sticker sticker = new Sticker();
		sticker.text = text;
		sticker.target = target;
		return sticker;
	}

	public Long getId() {
		return this.id;
	}

	public String getText() {
		return this.text;
	}

	public @Nullable GenericKey<Long> getTarget() {
		return this.target;
	}

}
