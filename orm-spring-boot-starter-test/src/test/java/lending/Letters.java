package lending;

import java.util.ArrayList;
import java.util.List;

import dev.orm.signal.PostSave;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

// tag::letters[]
@Component
public class Letters {

	private final List<String> sent = new ArrayList<>();

	@TransactionalEventListener
	void lent(PostSave<Loan> event) {
		if (event.created()) {
			this.sent.add("Bring it back by " + event.instance().getDueOn());
		}
	}

	public List<String> sent() {
		return this.sent;
	}

}
// end::letters[]
