"""What brands answer in their FAQs: about which themes, since when, how readably; all pure."""
