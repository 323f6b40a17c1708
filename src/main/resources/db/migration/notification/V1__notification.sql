create schema notification;
