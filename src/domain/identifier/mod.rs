//! The numbers China checks: parsing, check digits, masking. Usable alone; knows no page.
