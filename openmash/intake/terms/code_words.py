"""The words of a code that somebody copies by hand to come back to a form (A2.3).

Nobody has to know a letter from a digit, and on a scrap of paper they look like nothing at all. No
word is a slip of one letter from another.
"""

_WORDS = """
acorn acrobat actor album almond amber anchor ankle apple apron arch arrow artist atlas attic
autumn avenue badge bagpipe bakery balcony ballet bamboo banana banner barley barrel basil
basket bathtub beacon beaver bedroom beetle bench berry bicycle biscuit blanket blazer blossom
bluebell boat bonfire bonnet bookcase border bottle boulder bowl bracelet bramble branch brass
bread breeze brick bridge bristle bronze brook bubble bucket buckle buffalo builder bulb bundle
bungalow butter button cabbage cabin cactus cake camel camera canal candle canoe canvas canyon
captain caramel caravan cardigan carnival carpet carrot castle cedar cellar cereal chain chalk
chapel cheese cherry chess chestnut chimney cinema circle circus city clarinet cliff cloak cloud
clover coach coast cobbler cobweb coconut coffee comet compass copper coral corner cottage
cotton cradle crayon cricket crocus crown crumpet crystal cuckoo cupboard curlew curtain cushion
custard cygnet daffodil dairy dancer desert diamond dinner dolphin domino donkey doorbell dragon
drawer dresser drummer duckling eagle easel echo elbow elephant eleven emerald engine envelope
evening fabric falcon farmer feather fence fiddle field finger fish flannel flask flower flute
folder forest fork fossil fountain foxglove freckle frost fruit garage garden garlic gate gazebo
gazelle giraffe glacier glass globe goose grape gravel grocer guitar gull hammer hammock hamster
harbour harvest hazel hedge helmet herring hexagon hill hockey holiday honey hood horse hotel
iceberg indigo island ivory jacket jaguar jasmine jelly jetty jewel jigsaw journey juice jumper
jungle juniper kayak kettle keyboard kingdom kitchen kite kitten knitting ladder lagoon lamb
lantern lark laundry lavender lawn leaf lemon leopard letter library lilac lily lime linen lion
lizard lobster locket lorry lunch mackerel magnet magpie mango maple marble marigold market
meadow medal melody melon mermaid meteor mirror moon mosaic moss moth motor muffin mushroom
music napkin nature needle nest nine noodle north notebook nugget nutmeg ocean octagon olive
onion orange orbit orchard orchid organ ostrich otter oven oyster paddle painter palace pancake
panda pansy paper parade parcel parsley parsnip pasture path pavement peach peanut pear pebble
pelican pencil penguin pepper piano pickle picnic picture pigeon pillow pilot planet plaster
plate plough plum poem pond poppy porridge postcard potato pottery powder prairie primrose prism
pudding pulley pumpkin puppet puzzle pyramid quarry quartz queen quilt rabbit radio radish
railway rainbow raisin raven reader rhubarb ribbon rice river robin rooster rope rosemary
rowboat ruby ruler saffron sailor salad salmon sandal sapphire satchel saucer sausage scarf
school scooter seagull seaside season seaweed seven shadow shampoo sheep shell sherbet shingle
shoe shovel silver sixty skylark sledge slipper snow soap socks sofa south spade sparrow spider
spinach spiral spoon spring squirrel stable stamp starfish station steeple stone stool stork
straw stream street sugar suitcase summer sunset swallow swan sweater swimmer syrup tadpole
tandem tartan teacup teapot tennis tent thicket thimble thirty thistle thunder thyme tiger
timber tinsel tomato torch towel tractor train treacle trellis triangle trolley trombone trout
tulip tunnel turnip turret turtle twelve twenty twig umbrella unicorn valley vanilla velvet
village violet violin visitor voyage waffle wagon waiter walnut walrus whale wheat wheel whisker
wicker window winter woodland woollen wren yacht yellow yoghurt zebra zigzag
"""
CODE_WORDS = tuple(_WORDS.split())
WORDS_IN_A_CODE = 5  # of 512 words: 45 bits, where every try is counted
