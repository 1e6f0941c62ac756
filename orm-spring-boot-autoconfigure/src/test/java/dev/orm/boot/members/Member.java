package dev.orm.boot.members;

import dev.orm.annotation.Column;
import dev.orm.annotation.CreatedBy;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import org.jspecify.annotations.Nullable;

/** An account with a picture. */
// tag::member[]
@Table(name = "member")
public class Member extends Account {

	@Id
	private Long id;

	@StoredIn("avatars/")
	@Column(length = 100)
	private @Nullable String avatar;

	@CreatedBy
	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("invited")
	private @Nullable ForeignKey<Member> invitedBy;

	// end::member[]

	public Long getId() {
		return this.id;
	}

	public @Nullable String getAvatar() {
		return this.avatar;
	}

	public void setAvatar(@Nullable String path) {
		this.avatar = path;
	}

	public @Nullable Member getInvitedBy() {
		return (this.invitedBy != null) ? this.invitedBy.orNull() : null;
	}

}
