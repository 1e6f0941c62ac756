package dev.orm.acceptance.shop;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.RelatedName;
import dev.orm.annotation.Table;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/** The model Ticket of the acceptance cases. */
@Table(name = "shop_ticket")
public class Ticket extends Model {

	@Id
	private Long id;

	@Column(length = 60)
	private String subject = "";

	@OnDelete(OnDeleteAction.SET_DEFAULT)
	@RelatedName("assigned")
	@Column(defaultValue = "1")
	private ForeignKey<Agent> assignee = ForeignKey.ofId(1L);

	@OnDelete(value = OnDeleteAction.SET, setValue = "2")
	@RelatedName("reviewing")
	private @Nullable ForeignKey<Agent> reviewer;

	@OnDelete(OnDeleteAction.SET_NULL)
	@RelatedName("watching")
	private @Nullable ForeignKey<Agent> watcher;

	@OnDelete(OnDeleteAction.DO_NOTHING)
	@RelatedName("+")
	private @Nullable ForeignKey<Agent> escalatedTo;

	public Long getId() {
		return this.id;
	}

	public void setId(Long id) {
		this.id = id;
	}

	public String getSubject() {
		return this.subject;
	}

	public void setSubject(String subject) {
		this.subject = subject;
	}

	public ForeignKey<Agent> getAssignee() {
		return this.assignee;
	}

	public void setAssignee(ForeignKey<Agent> assignee) {
		this.assignee = assignee;
	}

	public @Nullable ForeignKey<Agent> getReviewer() {
		return this.reviewer;
	}

	public void setReviewer(@Nullable ForeignKey<Agent> reviewer) {
		this.reviewer = reviewer;
	}

	public @Nullable ForeignKey<Agent> getWatcher() {
		return this.watcher;
	}

	public void setWatcher(@Nullable ForeignKey<Agent> watcher) {
		this.watcher = watcher;
	}

	public @Nullable ForeignKey<Agent> getEscalatedTo() {
		return this.escalatedTo;
	}

	public void setEscalatedTo(@Nullable ForeignKey<Agent> escalatedTo) {
		this.escalatedTo = escalatedTo;
	}

}
