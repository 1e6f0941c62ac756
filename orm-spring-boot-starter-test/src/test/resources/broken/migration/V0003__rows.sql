UPDATE note SET title = 'x';
