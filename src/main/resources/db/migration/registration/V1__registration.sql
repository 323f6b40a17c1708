create schema registration;
