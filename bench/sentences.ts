/** What a unit's group is like in the evening: orders of several forms, amendments, thanks and talk. `{n}` is replaced by a number. */
const FORMS = [
  '要大米10斤，鸡蛋30个，豆油一桶',
  '501 两袋面 一箱牛奶 {n}斤土豆',
  '麻烦带两包尿不湿，苹果3斤',
  '再加一袋盐',
  '硝苯地平两盒，阿司匹林一盒，谢谢',
  '1. 白菜两棵\n2. 五花肉{n}斤\n3. 酱油一瓶\n4. 卫生纸一提',
  '今天天气真冷，大家注意保暖',
  '收到了，谢谢志愿者',
  '鸡蛋改成{n}个',
  '请问菜什么时候到啊',
  '昨天的西红柿真好吃哈哈',
  'need rice 10kg and milk 2 boxes please',
] as const

export const sentence = (n: number): string => (FORMS[n % FORMS.length] ?? '').replace('{n}', String((n % 9) + 1))

/** Orders alone: what a peak is made of. */
const ORDERS = [
  '要大米10斤，鸡蛋30个，豆油一桶',
  '两袋面 一箱牛奶 {n}斤土豆',
  '麻烦带两包尿不湿，苹果3斤',
  '白菜两棵，五花肉{n}斤，酱油一瓶，卫生纸一提',
  '盐一袋，西红柿{n}斤',
  '我家要{n}斤胡萝卜，谢谢',
] as const

export const orderWords = (n: number): string => (ORDERS[n % ORDERS.length] ?? '').replace('{n}', String((n % 9) + 1))
