package dev.orm.boot.autoconfigure.library;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.validate.OnCreate;
import dev.orm.validate.OnUpdate;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Null;

/** A model with rules on handles, accessors and groups. */
@Table(name = "library_letter")
public class Letter extends Model {

	@Id
	private Long id;

	@NotNull
	@Column(nullable = true)
	@OnDelete(OnDeleteAction.PROTECT)
	@RelatedName("letters")
	private ForeignKey<Author> from;

	@NotBlank(groups = Sealed.class)
	@Column(length = 200, nullable = true)
	private String text;

	@Null(groups = OnCreate.class)
	@NotNull(groups = OnUpdate.class)
	@Column(length = 10, nullable = true, unique = true)
	private String stamp;

	public static Letter of(ForeignKey<Author> from, String stamp) {
		Letter letter = new Letter();
		letter.from = from;
		letter.stamp = stamp;
		return letter;
	}

	public Long getId() {
		return this.id;
	}

	@Addressed
	public Author getFrom() {
		return this.from.get();
	}

	@NotBlank(groups = Sealed.class)
	public String getText() {
		return this.text;
	}

	public void setFrom(ForeignKey<Author> author) {
		this.from = author;
	}

	public void setStamp(String text) {
		this.stamp = text;
	}

	/** A group. */
	public interface Sealed {

	}

}
