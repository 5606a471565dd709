"""What takes steps: each flow is a panel beside the plan, three steps at most; Enter goes on, Esc goes back."""
