create schema account;
